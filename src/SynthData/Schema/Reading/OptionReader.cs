using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads options that may depend on the values of the columns <c>given</c> names.</summary>
/// <param name="what">Whose options, such as <c>column 'orders.total'</c>.</param>
/// <param name="given">Empty without <c>given</c>.</param>
internal sealed class OptionReader(SchemaReading reading, string what, ImmutableArray<ExpressionText> given)
{
    private const string Else = "else";

    public ImmutableArray<ExpressionText> Given => given;

    /// <summary>True once an option was by condition.</summary>
    public bool IsGivenUsed { get; private set; }

    public string GivenNames => string.Join(", ", given.Select(column => column.Text));

    /// <summary>Reads an option that is by condition when it is a map, unless that map is itself the option for all rows.</summary>
    public GivenOption<T>? Read<T>(
        SchemaNode node, string key, string expected, Func<SchemaNode, string, T?> read, Func<MapNode, bool>? isPlain = null)
        where T : class
    {
        if (node is not MapNode map || isPlain?.Invoke(map) == true)
        {
            T? value = read(node, Name(key));
            return value is null ? null : new GivenOption<T>([], value, node.Position);
        }

        if (given.IsEmpty)
        {
            reading.Report(SchemaDiagnostics.ConditionWithoutGiven, node.Position, Name(key), expected);
            return null;
        }

        return Conditional(node, key, read);
    }

    /// <summary>Reads an option that has to be a map by condition.</summary>
    public GivenOption<T>? Conditional<T>(SchemaNode node, string key, Func<SchemaNode, string, T?> read)
        where T : class
    {
        IsGivenUsed = true;
        if (reading.Map(node, Name(key), "a map by condition") is not { } map)
            return null;
        if (map.Entries.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, map.Position, Name(key), "condition");

        var cases = ImmutableArray.CreateBuilder<GivenCase<T>>();
        T? otherwise = null;
        foreach (MapEntry entry in map.Entries)
        {
            T? value = read(entry.Value, $"'{entry.Text ?? "[…]"}' in {Name(key)}");
            if (entry.Text == Else)
                otherwise = value;
            else if (ConditionKey.Read(entry, given.Length, Name(key), reading) is { } condition && value is not null)
                cases.Add(new GivenCase<T>(condition, value, entry.Position));
        }

        return new GivenOption<T>(cases.ToImmutable(), otherwise, node.Position);
    }

    private string Name(string key) => $"'{key}' of {what}";
}
