using System.Text.Json.Nodes;
using SynthData.Tests.Schema;

namespace SynthData.Tests.Run;

/// <summary>Streams are named: what stands beside a column or table changes none of its cells.</summary>
public class NeighbourTests
{
    private static readonly GenerationRequest Tenth = new() { Scale = 0.1m, Text = TextSource.Fallback };

    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Columns_added_anywhere_leave_all_others_alone(string name)
    {
        SortedDictionary<string, string> before = await ContentByColumn.OfAsync(ReadyMade.Plan(name, Tenth));
        foreach (double place in (double[])[0, 0.5, 1])
        {
            JsonObject schema = Read(name);
            foreach ((_, JsonObject table) in Maps(schema["tables"]))
            {
                JsonObject columns = table["columns"]!.AsObject();
                int at = (int)(columns.Count * place);
                columns.Insert(at, "zz_number", JsonNode.Parse("""{ "type": "int32", "range": [1, 9], "nulls": "20%" }"""));
                columns.Insert(at, "zz_word", JsonNode.Parse("""{ "pattern": "[a-z]{3}" }"""));
                columns.Insert(at, "zz_person", JsonNode.Parse("""{ "semantic": "person.first_name", "of": "zz" }"""));
                columns.Insert(at, "zz_hidden", JsonNode.Parse("""{ "values": { "a": 1, "b": 2 }, "hidden": true }"""));
                columns.Insert(at, "zz_sum", JsonNode.Parse("""{ "expr": "zz_number + 1" }"""));
            }

            SortedDictionary<string, string> after = await ContentAsync(schema);
            foreach (string added in after.Keys.Where(key => key.Contains(".zz_", StringComparison.Ordinal)).ToList())
                after.Remove(added);
            Assert.Equal(before, after);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Columns_and_tables_in_another_order_are_the_same(string name)
    {
        SortedDictionary<string, string> before = await ContentByColumn.OfAsync(ReadyMade.Plan(name, Tenth));
        JsonObject schema = Read(name);
        Assert.Equal(before, await ContentAsync(schema));
        Turn(schema["tables"]!.AsObject());
        foreach ((_, JsonObject table) in Maps(schema["tables"]))
            Turn(table["columns"]!.AsObject());
        Assert.Equal(before, await ContentAsync(schema));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Tables_added_anywhere_leave_all_others_alone(string name)
    {
        SortedDictionary<string, string> before = await ContentByColumn.OfAsync(ReadyMade.Plan(name, Tenth));
        JsonObject schema = Read(name);
        JsonObject tables = schema["tables"]!.AsObject();
        (string parent, JsonObject first) = Maps(tables).First();
        string key = first["key"]!.GetValue<string>();
        tables.Insert(0, "zz_alone", JsonNode.Parse("""{ "rows": 7, "columns": { "id": { "sequence": 1 } } }"""));
        tables.Insert(2, "zz_children", JsonNode.Parse($$"""
            { "rows": { "per": "{{parent}}", "count": 2 }, "columns": { "up": { "references": "{{parent}}.{{key}}" }, "n": { "position": true } } }
            """));
        tables.Add("zz_far", JsonNode.Parse($$"""{ "rows": 9, "columns": { "up": { "references": "{{parent}}.{{key}}" } } }"""));
        SortedDictionary<string, string> after = await ContentAsync(schema);
        foreach (string added in after.Keys.Where(name => name.StartsWith("zz_", StringComparison.Ordinal)).ToList())
            after.Remove(added);
        Assert.Equal(before, after);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_column_or_table_under_another_name_leaves_all_others_alone(string name)
    {
        SortedDictionary<string, string> before = await ContentByColumn.OfAsync(ReadyMade.Plan(name, Tenth));
        int renamed = 0;
        foreach ((string table, string? column) in Nameable(Read(name)))
        {
            JsonObject schema = Read(name);
            JsonObject tables = schema["tables"]!.AsObject();
            string old = column is null ? $"{table}." : $"{table}.{column}";
            if (column is null)
                Rename(tables, table);
            else
                Rename(tables[table]!["columns"]!.AsObject(), column);
            if (ContentByColumn.Plan(schema.ToJsonString(), Tenth) is not { } plan)
                continue;                                           // something else mentions it
            renamed++;
            SortedDictionary<string, string> after = await ContentByColumn.OfAsync(plan);
            Assert.Equal(before.Where(cell => !IsOf(cell.Key, old)), after.Where(cell => !cell.Key.Contains("zz_new", StringComparison.Ordinal)));
        }

        Assert.True(renamed >= 5, $"Only {renamed} could be renamed.");
    }

    private static bool IsOf(string cell, string old) => old.EndsWith('.') ? cell.StartsWith(old, StringComparison.Ordinal) : cell == old;

    // Keys are quoted in JSON, and quoted values are texts: what YAML tells a number by its look has to say its type.
    private static JsonObject Read(string name)
    {
        JsonObject schema = JsonNode.Parse(YamlAsJson.Convert(File.ReadAllText(ReadyMade.PathOf(name))))!.AsObject();
        if (name == "bike-shop")
            schema["tables"]!["lines"]!["columns"]!["quantity"]!["type"] = "int64";
        return schema;
    }

    private static Task<SortedDictionary<string, string>> ContentAsync(JsonObject schema)
    {
        GenerationPlan? plan = ContentByColumn.Plan(schema.ToJsonString(), Tenth);
        Assert.True(plan is not null, "The changed schema is refused.");
        return ContentByColumn.OfAsync(plan);
    }

    private static IEnumerable<(string Name, JsonObject Map)> Maps(JsonNode? map) => map!.AsObject().Select(member => (member.Key, member.Value!.AsObject()));

    private static IEnumerable<(string Table, string? Column)> Nameable(JsonObject schema) =>
        Maps(schema["tables"]).SelectMany(table => table.Map["columns"]!.AsObject().Select(column => (table.Name, (string?)column.Key)).Prepend((table.Name, null)));

    private static void Turn(JsonObject map)
    {
        List<KeyValuePair<string, JsonNode?>> members = [.. map.Reverse()];
        map.Clear();
        foreach ((string key, JsonNode? value) in members)
            map.Add(key, value);
    }

    private static void Rename(JsonObject map, string key)
    {
        int at = map.IndexOf(key);
        JsonNode? value = map[key];
        map.RemoveAt(at);
        map.Insert(at, "zz_new", value);
    }
}
