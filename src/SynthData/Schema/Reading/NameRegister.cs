using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Keeps names of one kind apart: no two alike but for case.</summary>
/// <param name="kind">The names' kind, such as <c>tables</c>.</param>
internal sealed class NameRegister(SchemaReading reading, string kind)
{
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> All => names.Values;

    public bool Add(string name, SourcePosition position)
    {
        if (names.TryAdd(name, name))
            return true;
        reading.Report(SchemaDiagnostics.NamesAlike, position, kind, names[name], name);
        return false;
    }
}
