using System.Globalization;
using DuckDB.NET.Data;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Tests.Rules.Validation;

namespace SynthData.Tests.Language;

/// <summary>Cells made bad on purpose (section 3, <c>faults</c> and <c>orphans</c>).</summary>
public class FaultTests
{
    private const string Shop = """
        people:
          rows: 2_000
          key: id
          columns:
            id:    { uuid: true }
            name:  { semantic: person.full_name@NAME }
            mail:  { semantic: person.email, unique: true@MAIL }
            code:  { pattern: '[A-Z]{2}-[0-9]{4}'@CODE }
            kind:  { values: [Alpha, Beta, Gamma]@KIND }
            level: { values: { 1: 3, 2: 1 }@LEVEL }
            age:   { range: [18, 80]@AGE }
            paid:  { type: decimal(2), given: kind, range: { Alpha: [1, 9], else: [100, 200] }@PAID }
            born:  { type: date, range: [1950-01-01, 2005-12-31]@BORN }
            ratio: { type: double, range: [0, 1]@RATIO }
            again: { expr: age + level }
          rules: [ age * level < 160 ]
        visits:
          rows: { per: person, count: { between: [0, 2] } }
          columns:
            person: { references: people.id }
            other:  { references: people.id, nulls: 10%@OTHER }
            age:    { expr: other.age }
            at:     { type: date, after: person.born, within: [1y, 20y]@AT }
        """;

    private static readonly (string Mark, string Faults)[] Faults =
    [
        ("@NAME", ", faults: { typo: 3%, whitespace: 2%, case: 2%, blank: 1%, truncated: 1%, label: name_fault }"),
        ("@MAIL", ", faults: { duplicate: 3%, label: bad }"), ("@CODE", ", faults: { malformed: 4%, 'null': 1%, label: bad }"),
        ("@KIND", ", faults: { unlisted: 2%, typo: 2%, case: 2%, label: bad }"), ("@LEVEL", ", faults: { unlisted: 5% }"),
        ("@AGE", ", faults: { out_of_range: 3%, outlier: 1%, label: age_fault }"), ("@PAID", ", faults: { out_of_range: 4% }"),
        ("@BORN", ", faults: { out_of_range: 2%, label: bad }"), ("@RATIO", ", faults: { outlier: 2%, out_of_range: 2% }"),
        ("@OTHER", ", orphans: 5%"), ("@AT", ", faults: { out_of_range: 3%, label: at_fault }"),
    ];

    private static string Dirty => Made.Shop(Faults.Aggregate(Shop, (schema, fault) => schema.Replace(fault.Mark, fault.Faults, StringComparison.Ordinal)));

    private static string Clean => Made.Shop(Faults.Aggregate(Shop, (schema, fault) => schema.Replace(fault.Mark, "", StringComparison.Ordinal)));

    [Fact]
    public async Task Without_faults_the_data_are_the_same_but_right()
    {
        foreach (string table in (string[])["people", "visits"])
        {
            MadeTable clean = await Made.RowsAsync(Clean, table);
            MadeTable dirty = await Made.RowsAsync(Dirty, table);
            Dictionary<string, (string Label, string Prefix)> labels = new()
            {
                ["name"] = ("name_fault", ""),
                ["mail"] = ("bad", "mail: "),
                ["code"] = ("bad", "code: "),
                ["kind"] = ("bad", "kind: "),
                ["born"] = ("bad", "born: "),
                ["level"] = ("level_fault", ""),
                ["age"] = (table == "people" ? "age_fault" : "", ""),
                ["paid"] = ("paid_fault", ""),
                ["ratio"] = ("ratio_fault", ""),
                ["other"] = ("other_fault", ""),
                ["at"] = ("at_fault", ""),
            };
            foreach (string column in clean.Columns)
            {
                for (int row = 0; row < clean.Count; row++)
                {
                    bool isMarked = labels.TryGetValue(column, out var label) && label.Label.Length > 0
                        && dirty[label.Label][row]?.Split("; ").Any(part => part.StartsWith(label.Prefix, StringComparison.Ordinal)) == true;
                    Assert.Equal((column, row, isMarked), (column, row, clean[column][row] != dirty[column][row]));
                }
            }
        }
    }

    [Fact]
    public async Task Shares_are_drawn_and_labels_stand_behind_the_columns()
    {
        MadeTable rows = await Made.RowsAsync(Dirty, "people");

        Assert.Equal(["name_fault", "bad", "level_fault", "age_fault", "paid_fault", "ratio_fault"], rows.Columns.Skip(11));
        Dictionary<string, int> names = rows.Tally("name_fault");
        Assert.Equal(["blank", "case", "null", "truncated", "typo", "whitespace"], names.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(names["typo"], 35, 85);
        Assert.InRange(rows.Tally("level_fault")["unlisted"], 65, 140);
        Assert.Contains(rows["bad"], mark => mark?.Contains("; ", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Exact_shares_are_met_to_the_row()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { range: [1, 9], faults: { 'null': 2.5%, outlier: 7%, exact: true, label: bad } }", 1_000));

        Assert.Equal(70, rows["bad"].Count(mark => mark == "outlier"));
        Assert.Equal(25, rows["a"].Count(cell => cell is null));
        Assert.Equal(25, rows["bad"].Count(mark => mark == "null"));
    }

    [Fact]
    public async Task Pinned_cells_take_no_fault()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("a: { values: [x, y], faults: { unlisted: 100%, label: bad } }", 5, "pinned: [ { a: x }, { a: y } ]"));

        Assert.Equal(["x", "y"], rows["a"].Take(2));
        Assert.Equal([null, null, "unlisted", "unlisted", "unlisted"], rows["bad"]);
    }

    [Fact]
    public async Task A_composite_reference_is_orphaned_as_a_whole()
    {
        string schema = Made.Shop("""
            lines: { rows: 30, key: [a, b], columns: { a: { sequence: 10 }, b: { pattern: '[a-z]{3}' } } }
            items: { rows: 400, columns: { "a, b": { references: [lines.a, lines.b], orphans: 10% }, n: { range: [1, 9] } } }
            """);
        MadeTable rows = await Made.RowsAsync(schema);

        Assert.InRange(rows.Tally("a_fault")["orphan"], 20, 65);
        Assert.All(rows.Rows("a", "a_fault"), row => Assert.Equal(row[1] == "orphan", int.Parse(row[0]!, CultureInfo.InvariantCulture) >= 40));
        await Proof.HoldsAsync(schema);
    }

    [Fact]
    public Task Data_is_pure_and_marked_and_else_clean() => Proof.HoldsAsync(Dirty);

    [Fact]
    public async Task DuckDb_finds_each_fault_where_it_is_marked_and_nowhere_else()
    {
        using TemporaryFolder folder = new();
        Dataset dataset = Dataset.Open(folder.Write("shop.yaml", Dirty));
        RunManifest made = await dataset.Plan().WriteAsync(OutputTarget.Folder(folder.At("out")), new RunOptions { Format = "parquet" }, TestContext.Current.CancellationToken);
        string people = $"read_parquet('{folder.At("out/people.parquet")}')";
        string visits = $"read_parquet('{folder.At("out/visits.parquet")}')";
        foreach ((string from, string wrong, string marked) in ((string, string, string)[])
        [
            (people, "kind NOT IN ('Alpha', 'Beta', 'Gamma')", "coalesce(bad LIKE '%kind: %', FALSE)"),
            (people, "code IS NULL OR NOT regexp_full_match(code, '[A-Z]{2}-[0-9]{4}')", "coalesce(bad LIKE '%code: %', FALSE)"),
            (people, "level NOT IN (1, 2)", "level_fault IS NOT NULL"),
            (people, "age NOT BETWEEN 18 AND 80", "age_fault IS NOT NULL"),
            (people, "age NOT BETWEEN 18 - 620 AND 80 + 620", "age_fault IS NOT DISTINCT FROM 'outlier'"),
            (people, "born NOT BETWEEN DATE '1950-01-01' AND DATE '2005-12-31'", "coalesce(bad LIKE '%born: %', FALSE)"),
            (people, "ratio NOT BETWEEN 0 AND 1", "ratio_fault IS NOT NULL"),
            (people, "name <> trim(name) OR contains(name, '  ')", "name_fault IS NOT DISTINCT FROM 'whitespace'"),
            (people, "name = ''", "name_fault IS NOT DISTINCT FROM 'blank'"),
            (people, "name = upper(name) AND name <> ''", "name_fault IS NOT DISTINCT FROM 'case'"),
            ($"(SELECT *, count(*) OVER (PARTITION BY mail) AS n FROM {people})", "n > 1 AND coalesce(bad LIKE '%mail: duplicate%', FALSE)", "coalesce(bad LIKE '%mail: %', FALSE)"),
            ($"(SELECT mail, min(bad) AS bad, count(*) AS n FROM {people} WHERE NOT coalesce(bad LIKE '%mail: %', FALSE) GROUP BY mail)", "n > 1", "FALSE"),
            (visits, $"other IS NOT NULL AND other NOT IN (SELECT id FROM {people})", "other_fault IS NOT NULL"),
        ])
        {
            Assert.Equal((wrong, 0L), (wrong, Number($"SELECT count(*) FROM {from} WHERE ({wrong}) IS DISTINCT FROM ({marked})")));
            if (marked != "FALSE")
                Assert.True(Number($"SELECT count(*) FROM {from} WHERE {marked}") > 0, marked);
        }

        Assert.Equal(made.Tables.Single(table => table.Name == "people").Faulty, Number(
            $"SELECT count(*) FROM {people} WHERE coalesce(name_fault, bad, level_fault, age_fault, paid_fault, ratio_fault) IS NOT NULL"));
        Assert.Equal(made.Tables.Single(table => table.Name == "visits").Faulty, Number($"SELECT count(*) FROM {visits} WHERE coalesce(other_fault, at_fault) IS NOT NULL"));
    }

    [Theory]
    [InlineData("1,x,", "", "")]
    [InlineData("1,z,", "SD4028", "a")]
    [InlineData("1,zz,unlisted", "", "")]
    [InlineData("1,x,unlisted", "SD4057", "unlisted")]
    [InlineData("1,X,case", "", "")]
    [InlineData("1,Zz,case", "SD4057", "case")]
    [InlineData("1,,null", "", "")]
    [InlineData("1,x,null", "SD4057", "null")]
    [InlineData("1,x,tipo", "SD4056", "unlisted, case, null")]
    [InlineData("12,,null", "SD4029", "n")]
    public async Task A_mark_must_be_true_and_what_is_not_marked_right(string row, string code, string word)
    {
        using CheckedData data = new(Made.Items("n: { range: [1, 9] }\na: { values: [x, y], faults: { unlisted: 1%, case: 1%, 'null': 1%, label: bad } }", rest: "rules: [ \"a <> 'x' or n < 9\" ]"));
        data.Write("items.csv", $"n,a,bad\n3,y,\n{row}\n");

        ValidationReport report = await data.RunAsync(showsValues: true);
        if (code.Length == 0)
            CheckedData.AssertClean(report);
        else
            CheckedData.AssertOnly(report, code, "row 2", word);
    }

    [Fact]
    public async Task A_duplicate_must_repeat_and_an_orphan_have_no_parent()
    {
        using CheckedData data = new(Made.Shop("""
            people: { rows: 3, key: id, columns: { id: { sequence: 1 }, tag: { pattern: '[a-z]{2}', unique: true, faults: { duplicate: 5% } } } }
            visits: { rows: 3, columns: { person: { references: people.id, orphans: 5% } } }
            """));
        data.Write("people.csv", "id,tag,tag_fault\n1,ab,\n2,ab,duplicate\n3,cd,\n");
        data.Write("visits.csv", "person,person_fault\n1,\n9,orphan\n");
        CheckedData.AssertClean(await data.RunAsync());
        Assert.Empty(Proof.Broken(data.Script()));

        data.Write("people.csv", "id,tag,tag_fault\n1,ab,\n2,xy,duplicate\n3,cd,\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4057", "duplicate");
        data.Write("people.csv", "id,tag,tag_fault\n1,ab,\n2,ab,\n3,cd,\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4035");
        data.Write("people.csv", "id,tag,tag_fault\n1,ab,\n2,ab,duplicate\n3,cd,\n");
        data.Write("visits.csv", "person,person_fault\n1,orphan\n9,orphan\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4057", "orphan");
    }

    private static long Number(string sql)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
