using System.Collections.Immutable;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>Reads single values of a dataset, params filled in.</summary>
internal sealed class JobValues(MapNode map, SchemaReading reading)
{
    public string? Text(string key) => reading.Text(map[key], $"'{key}'");

    public bool Flag(string key) => reading.Flag(map[key], $"'{key}'", otherwise: false);

    public long? Count(string key, long low = 1, long high = long.MaxValue) => reading.Whole(map[key], $"'{key}'", low, high);

    public int? SmallCount(string key) => (int?)reading.Whole(map[key], $"'{key}'", 1, 1_000_000);

    public string? OneOf(string key, params string[] known) =>
        Read<string>(key, $"one of {string.Join(", ", known)}", text => known.Contains(text, StringComparer.Ordinal) ? text : null);

    public ulong? Seed(string key) => Number<ulong>(key, "a whole number of 0 or more", text => Literals.TrySeed(text, out ulong seed) ? seed : null);

    public decimal? Factor(string key) => Number<decimal>(key, "a number above 0", text => Literals.TryNumber(text, out decimal factor) && factor > 0 ? factor : null);

    public decimal? Price(string key) => Number<decimal>(key, "a number from 0", text => Literals.TryNumber(text, out decimal price) && price >= 0 ? price : null);

    public TimeSpan? Span(string key) => Number<TimeSpan>(key, "a length of time such as 90s, 2min or 1h", text => Literals.TrySpan(text, out TimeSpan span) ? span : null);

    /// <summary>Reads a name, or a list of names.</summary>
    public ImmutableArray<string> Names(string key, string kind)
    {
        SchemaNode? node = map[key];
        if (node is null)
            return [];
        if (node is not ListNode list)
            return reading.Scalar(node, $"'{key}'", $"a {kind} or a list of them") is { } single ? [single.Text] : [];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (SchemaNode item in list.Items)
        {
            if (reading.Scalar(item, $"an entry of '{key}'", $"a {kind}") is not { } scalar)
                continue;
            if (names.Contains(scalar.Text))
                reading.BadLiteral(scalar, $"'{key}'", $"each {kind} once");
            else
                names.Add(scalar.Text);
        }

        return names.ToImmutable();
    }

    /// <summary>Reads a map of texts.</summary>
    public ImmutableSortedDictionary<string, string> Texts(string key)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (MapEntry entry in map[key] is { } node ? reading.Map(node, $"'{key}'", "a map from name to value")?.Entries ?? [] : [])
        {
            if (entry.Text is { } name && reading.Scalar(entry.Value, $"'{name}' of '{key}'") is { } scalar)
                texts[name] = scalar.Text;
        }

        return texts.ToImmutable();
    }

    /// <summary>The map under a key; none without it.</summary>
    public JobValues? Map(string key, IReadOnlyCollection<string> known)
    {
        if (map[key] is not { } node || reading.Map(node, $"'{key}'", $"a map of {string.Join(", ", known)}") is not { } inner)
            return null;
        JobKeys.Check(inner, $"'{key}'", known, reading);
        return new JobValues(inner, reading);
    }

    private T? Number<T>(string key, string expected, Func<string, T?> read)
        where T : struct
    {
        if (map[key] is not { } node || reading.Scalar(node, $"'{key}'", expected) is not { } scalar)
            return null;
        T? value = read(scalar.Text);
        if (value is null)
            reading.BadLiteral(scalar, $"'{key}'", expected);
        return value;
    }

    private T? Read<T>(string key, string expected, Func<string, T?> read)
        where T : class
    {
        if (map[key] is not { } node || reading.Scalar(node, $"'{key}'", expected) is not { } scalar)
            return null;
        T? value = read(scalar.Text);
        if (value is null)
            reading.BadLiteral(scalar, $"'{key}'", expected);
        return value;
    }
}
