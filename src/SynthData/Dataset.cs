using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData;

/// <summary>A schema that was read. Immutable and thread-safe.</summary>
public sealed class Dataset
{
    internal Dataset(DatasetSchema schema) => Schema = schema;

    /// <summary>The dataset's name.</summary>
    public string Name => Schema.Name;

    /// <summary>The tables' names, as written.</summary>
    public ImmutableArray<string> Tables => [.. Schema.Tables.Select(table => table.Name)];

    internal DatasetSchema Schema { get; }

    /// <summary>Reads a schema.</summary>
    /// <param name="path">A YAML or JSON file.</param>
    /// <param name="parameters">Values for the schema's <c>params</c>, by name.</param>
    /// <exception cref="SchemaException">The schema is wrong; carries every SD1 diagnostic found.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Dataset Open(string path, IReadOnlyDictionary<string, string>? parameters = null)
    {
        DiagnosticBag bag = new();
        DatasetSchema? schema = SynthData.Schema.Reading.SchemaReader.ReadFile(path, parameters ?? new Dictionary<string, string>(), bag);
        bag.ThrowIfErrors();
        return new Dataset(schema!);
    }

    /// <summary>Binds the schema and counts its rows.</summary>
    /// <exception cref="SchemaException">Schema and request cannot be met; carries every SD2 diagnostic found.</exception>
    public GenerationPlan Plan(GenerationRequest? request = null) => throw new NotSupportedException(request?.ToString());
}
