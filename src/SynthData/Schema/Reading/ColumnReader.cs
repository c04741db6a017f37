using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads one column, or the columns of a composite reference.</summary>
internal sealed class ColumnReader(string table, ImmutableArray<string> names, MapEntry entry, SchemaReading reading)
{
    private readonly string place = $"{table}.{string.Join(", ", names)}";
    private readonly string what = $"column '{table}.{string.Join(", ", names)}'";

    /// <param name="isListed">True when the table's rows are listed and give this column.</param>
    public ColumnSchema Read(bool isListed)
    {
        int before = reading.Reported;
        var column = new ColumnSchema { Names = names, Position = entry.Position };
        if (entry.Value.IsNull)
            return column;
        if (reading.Map(entry.Value, what, "a map with a source and modifiers") is not { } map)
            return column with { IsIncomplete = true };

        reading.CheckKeys(map, what, ColumnKeys.All);
        var options = new OptionReader(reading, what, GivenColumns.Read(map["given"], what, reading));
        ImmutableArray<ColumnType> types = map["type"] is ListNode list ? ReadTypes(list) : [];
        ColumnType? type = map["type"] is { } written and not ListNode ? ReadType(written, map.IsFlow) : null;
        column = column with
        {
            Type = type,
            Types = types,
            TypePosition = map["type"]?.Position,
            About = reading.Text(map["about"], $"'about' of {what}"),
            IsHidden = reading.Flag(map["hidden"], $"'hidden' of {what}", otherwise: false),
            When = reading.Expression(map["when"], $"'when' of {what}"),
            Nulls = map["nulls"] is { } nulls ? ReadNulls(nulls, options) : null,
            IsUnique = reading.Flag(map["unique"], $"'unique' of {what}", otherwise: false),
            Similarity = map["similarity"] is { } similarity ? ReadShare(similarity, $"'similarity' of {what}") : null,
            To = map["to"] is { } target ? new ReferenceReader(reading).Target(target, $"'to' of {what}") : null,
            Faults = new FaultsReader(what, names[0], reading).Read(map["faults"], map["orphans"]),
            Length = map["length"] is { } length ? ReadLength(length) : null,
            Locale = ReadLocale(map),
        };

        if (isListed)
            CheckListed(map);
        else
            column = column with { Source = ReadSource(map, type, options) };
        return column with { IsIncomplete = reading.Reported > before };
    }

    private SourceSchema? ReadSource(MapNode map, ColumnType? type, OptionReader options)
    {
        bool keepsGiven = options.IsGivenUsed && map.Entries.Any(one => one.Text is { } key && (key == "distribution" || ColumnKeys.Sources.Contains(key)));
        var scope = new SourceScope(table, what, names.Length, type, entry.Position);
        return new SourceReader(reading).Read(map, scope, options, keepsGiven);
    }

    private ImmutableArray<ColumnType> ReadTypes(ListNode list)
    {
        if (names.Length == 1 || list.Items.Length != names.Length)
        {
            string expected = names.Length == 1 ? "a type" : $"a type, or a list of {names.Length} types, one for each column";
            reading.Report(SchemaDiagnostics.WrongShape, list.Position, $"'type' of {what}", $"a list of {list.Items.Length}", expected);
            return [];
        }

        ImmutableArray<ColumnType> types = [.. list.Items.Select(item => ReadType(item, isFlow: false)).OfType<ColumnType>()];
        return types.Length == names.Length ? types : [];
    }

    private ColumnType? ReadType(SchemaNode node, bool isFlow)
    {
        if (reading.Scalar(node, $"'type' of {what}", "a type") is not { } scalar)
            return null;
        if (ColumnType.TryParse(scalar.Text, out ColumnType? type))
            return type;

        // decimal(10,2) in braces without quotes: the stray comma behind it is already told.
        bool isCutByComma = isFlow && scalar.Text.StartsWith("decimal(", StringComparison.Ordinal) && !scalar.Text.EndsWith(')');
        if (!isCutByComma)
        {
            reading.Report(
                SchemaDiagnostics.UnknownColumnType, scalar.Position, place, scalar.Text, string.Join(", ", ColumnType.Names),
                Suggestion.For(scalar.Text, ColumnType.Names));
        }

        return null;
    }

    private NullsSchema? ReadNulls(SchemaNode node, OptionReader options)
    {
        bool isExact = false;
        SchemaNode shares = node;
        if (node is MapNode map && map["share"] is { } share)
        {
            reading.CheckKeys(map, $"'nulls' of {what}", ["share", "exact"]);
            isExact = reading.Flag(map["exact"], $"'exact' in 'nulls' of {what}", otherwise: false);
            shares = share;
        }

        return options.Read(shares, "nulls", "a share such as 10%", ReadShare) is { } read ? new NullsSchema(read, isExact, node.Position) : null;
    }

    private Share? ReadShare(SchemaNode node, string where)
    {
        const string expected = "a share from 0% to 100%, such as 10%";
        if (reading.Scalar(node, where, expected) is not { } scalar)
            return null;
        if (Literals.TryShare(scalar.Text, out decimal share))
            return new Share(share, scalar.Position);
        reading.BadLiteral(scalar, where, expected);
        return null;
    }

    private LengthRange? ReadLength(SchemaNode node)
    {
        string where = $"'length' of {what}";
        if (RangeReader.Read(node, where, reading) is null || node is not ListNode { Items: [{ } first, { } second] })
            return null;
        long? low = reading.Whole(first, where, 0, int.MaxValue);
        long? high = reading.Whole(second, where, 0, int.MaxValue);
        if (low is null || high is null)
            return null;
        if (low <= high)
            return new LengthRange((int)low.Value, (int)high.Value, node.Position);
        reading.Report(SchemaDiagnostics.BadLiteral, second.Position, where, high, $"a whole number of {low} or more");
        return null;
    }

    private LocaleSchema? ReadLocale(MapNode column)
    {
        const string expected = "a language tag such as nl-NL";
        string where = $"'locale' of {what}";
        if (column["locale"] is not { } node)
            return null;
        if (node is not MapNode map)
        {
            return reading.Scalar(node, where, $"{expected} or {{ given, values }}") is { } tag
                ? new LocaleSchema([], new GivenOption<SchemaScalar>([], tag.ToScalar(), tag.Position))
                : null;
        }

        if (column.Has("prompt"))
        {
            reading.Report(LocaleDiagnostics.ConditionalPrompt, map.Position, place);
            return null;
        }

        if (map["given"] is null || map["values"] is null)
        {
            reading.Report(LocaleDiagnostics.ConditionWithoutColumn, map.Position, place);
            return null;
        }

        reading.CheckKeys(map, where, ["given", "values"]);
        ImmutableArray<ExpressionText> given = GivenColumns.Read(map["given"], where, reading);
        GivenOption<SchemaScalar>? tags = new OptionReader(reading, where, given).Conditional(
            map["values"]!, "values", (item, whose) => reading.Scalar(item, whose, expected)?.ToScalar());
        return given.IsEmpty || tags is null ? null : new LocaleSchema(given, tags);
    }

    private void CheckListed(MapNode map)
    {
        foreach (MapEntry one in map.Entries)
        {
            if (one.Text is { } key && ColumnKeys.All.Contains(key) && !ColumnKeys.OfListed.Contains(key))
                reading.Report(SchemaDiagnostics.ListedColumn, one.Position, place, key);
        }
    }
}
