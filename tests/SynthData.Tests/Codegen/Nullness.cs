using System.Reflection;

namespace SynthData.Tests.Codegen;

/// <summary>Says of properties whether they take null.</summary>
internal sealed class Nullness
{
    // The context keeps what it saw and is not safe for threads.
    public bool TakesNull(PropertyInfo property) => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
}
