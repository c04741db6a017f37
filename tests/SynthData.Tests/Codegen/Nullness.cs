using System.Reflection;

namespace SynthData.Tests.Codegen;

/// <summary>Says of properties whether they take null.</summary>
internal static class Nullness
{
    // A context each time: it keeps what it saw and is not safe for threads.
    public static bool TakesNull(PropertyInfo property) => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
}
