using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads the rules of a table.</summary>
internal sealed class RuleReader(string table, SchemaReading reading)
{
    internal static readonly string[] Kinds = ["check", "unique", "one_to_one", "depends", "share", "rows"];

    private readonly string tableWhat = $"table '{table}'";

    public ImmutableArray<RuleSchema> Read(SchemaNode? node)
    {
        if (node is null)
            return [];
        if (node is not ListNode list)
        {
            reading.WrongShape(node, $"'rules' of {tableWhat}", "a list of rules");
            return [];
        }

        var names = new NameRegister(reading, $"rules of {tableWhat}");
        var rules = ImmutableArray.CreateBuilder<RuleSchema>();
        for (int index = 0; index < list.Items.Length; index++)
        {
            string what = $"rule {index + 1} of {tableWhat}";
            if (list.Items[index] is MapNode map)
                rules.AddRange(ReadMap(map, what, names));
            else if (reading.Expression(list.Items[index], what) is { } check)
                rules.Add(new CheckRule(check, list.Items[index].Position));
        }

        return rules.ToImmutable();
    }

    private IEnumerable<RuleSchema> ReadMap(MapNode map, string what, NameRegister names)
    {
        string[] kinds = [.. Kinds.Where(map.Has)];
        bool isShare = kinds is ["share"];
        reading.CheckKeys(map, what, isShare ? [.. Kinds, "name", "why", "is", "within"] : [.. Kinds, "name", "why"]);
        string? name = reading.Text(map["name"], $"'name' of {what}");
        string? why = reading.Text(map["why"], $"'why' of {what}");
        if (name is not null && !Names.IsPlain(name))
            reading.Report(SchemaDiagnostics.BadName, map["name"]!.Position, name, "rule", "a letter or '_', then letters, digits or '_'");
        else if (name is not null)
            names.Add(name, map["name"]!.Position);

        if (kinds.Length != 1)
        {
            string found = kinds.Length == 0 ? "no kind" : string.Join(" and ", kinds);
            reading.Report(SchemaDiagnostics.RuleKind, map.Position, what, found);
            return [];
        }

        return ReadKind(map, kinds[0], map[kinds[0]]!, what).Select(rule => rule with { Name = name, Why = why });
    }

    private IEnumerable<RuleSchema> ReadKind(MapNode map, string kind, SchemaNode node, string what)
    {
        string where = $"'{kind}' of {what}";
        return kind switch
        {
            "check" => reading.Expression(node, where) is { } check ? [new CheckRule(check, map.Position)] : [],
            "unique" => NameList.Read(node, where, reading) is { Length: > 0 } unique ? [new UniqueRule(unique, map.Position)] : [],
            "one_to_one" => ReadOneToOne(map, node, where),
            "depends" => ReadDepends(map, node, where),
            "share" => ReadShare(map, node, what),
            _ => ReadRows(map, node, where),
        };
    }

    private IEnumerable<RuleSchema> ReadOneToOne(MapNode map, SchemaNode node, string where)
    {
        int before = reading.Reported;
        ImmutableArray<string> pair = NameList.Read(node, where, reading);
        if (pair is [{ } first, { } second])
            return [new OneToOneRule(first, second, map.Position)];
        if (reading.Reported == before)
            reading.Report(SchemaDiagnostics.WrongShape, node.Position, where, $"a list of {pair.Length}", "a list of two columns");
        return [];
    }

    private List<RuleSchema> ReadDepends(MapNode map, SchemaNode node, string where)
    {
        var rules = new List<RuleSchema>();
        if (reading.Map(node, where, "{ DETERMINED: COLUMN }") is not { } pairs)
            return rules;
        if (pairs.Entries.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, pairs.Position, where, "column");
        foreach (MapEntry entry in pairs.Entries)
        {
            ImmutableArray<string> by = NameList.Read(entry.Value, where, reading);
            if (entry.Text is { } determined && !by.IsEmpty)
                rules.Add(new DependsRule(determined, by, map.Position));
        }

        return rules;
    }

    private IEnumerable<RuleSchema> ReadShare(MapNode map, SchemaNode node, string what)
    {
        ExpressionText? condition = reading.Expression(node, $"'share' of {what}");
        decimal? share = ReadPart(map, "is", "3%", what);
        decimal? within = ReadPart(map, "within", "0.5%", what);
        return condition is null || share is null || within is null ? [] : [new ShareRule(condition, share.Value, within.Value, map.Position)];
    }

    private decimal? ReadPart(MapNode map, string key, string example, string what)
    {
        if (map[key] is not { } node)
        {
            reading.Report(SchemaDiagnostics.MissingCompanion, map.Find("share")!.Position, what, "share", key, example);
            return null;
        }

        string where = $"'{key}' of {what}";
        if (reading.Scalar(node, where, "a share such as 3%") is not { } scalar)
            return null;
        if (Literals.TryShare(scalar.Text, out decimal share))
            return share;
        reading.BadLiteral(scalar, where, "a share from 0% to 100%, such as 3%");
        return null;
    }

    private IEnumerable<RuleSchema> ReadRows(MapNode map, SchemaNode node, string where)
    {
        if (reading.Map(node, where, "{ between: [low, high] }") is not { } shape)
            return [];
        reading.CheckKeys(shape, where, ["between"]);
        if (shape["between"] is not ListNode { Items: [{ } first, { } second] })
        {
            reading.Report(SchemaDiagnostics.MissingKey, shape.Position, where, "between", "[low, high]");
            return [];
        }

        long? low = reading.Whole(first, where, 0, long.MaxValue);
        long? high = reading.Whole(second, where, low ?? 0, long.MaxValue);
        return low is null || high is null ? [] : [new RowsRule(low.Value, high.Value, map.Position)];
    }
}
