using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace SynthData.Sources.Local.Entities;

/// <summary>Facts that belong together, a record a line: a currency's code, number and names. Immutable and thread-safe.</summary>
/// <remarks>
/// A file of <c>Records</c>: <c>#</c> starts a comment; the first line names the fields, <c>weight</c> first, the attribute of a
/// semantic type or <c>attribute@locale</c>; fields are set apart by <c>|</c> and blanks around them do not count. The files'
/// bytes are part of the generator's promise.
/// </remarks>
internal sealed class RecordTable
{
    private static readonly ConcurrentDictionary<string, RecordTable> Read = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ImmutableArray<string>> fields = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PooledTexts> pools = new(StringComparer.Ordinal);

    private RecordTable(IEnumerable<string> lines)
    {
        string[][] records = [.. lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        string[] names = records[0];
        for (int field = 0; field < names.Length; field++)
        {
            int at = field;
            fields.Add(names[at], [.. records.Skip(1).Select(record => record[at])]);
        }

        Weights = new WeightedTable([.. Numbers("weight")]);
    }

    public WeightedTable Weights { get; }

    public int Count => Weights.Count;

    /// <summary>Gives the records of an entity, read once.</summary>
    public static RecordTable Of(string entity) => Read.GetOrAdd(entity, static name => new RecordTable(Lines(name)));

    /// <summary>Gives a field that is the same everywhere or, failing that, the locale's.</summary>
    public ImmutableArray<string> Field(string attribute, string locale = "") =>
        fields.TryGetValue(attribute, out ImmutableArray<string> same) ? same : fields[$"{attribute}@{locale}"];

    public bool Has(string attribute, string locale) => fields.ContainsKey(attribute) || fields.ContainsKey($"{attribute}@{locale}");

    /// <summary>Gives a field as a pool with a code for each record.</summary>
    public PooledTexts Texts(string attribute, string locale = "") =>
        pools.GetOrAdd($"{attribute}@{locale}", _ => new PooledTexts(Field(attribute, locale)));

    public ImmutableArray<long> Numbers(string attribute) =>
        [.. Field(attribute).Select(text => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))];

    private static IEnumerable<string> Lines(string entity)
    {
        using Stream file = typeof(RecordTable).Assembly.GetManifestResourceStream($"Records/{entity}.txt")
            ?? throw new InvalidOperationException($"The records '{entity}' are not in the assembly.");
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
