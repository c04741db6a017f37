using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Testing.Pinning;

/// <summary>The rows that a test pins, by table, as the schema would have written them.</summary>
internal sealed class PinnedTables
{
    private readonly ImmutableDictionary<string, ImmutableArray<ListedRow>> rows;

    private PinnedTables(ImmutableDictionary<string, ImmutableArray<ListedRow>> rows)
    {
        this.rows = rows;
        Text = string.Join('\n', rows.OrderBy(table => table.Key, StringComparer.Ordinal).SelectMany(table => table.Value.Select((row, index) =>
            $"{table.Key}[{index}]{(row.IsWhole ? "=" : ":")}{string.Join('\u001f', row.Columns.Select(column => $"{column}={Shown(row.Cells[column])}"))}")));
    }

    /// <summary>All of them as one text: equal texts pin equal cells.</summary>
    public string Text { get; }

    /// <summary>Reads the objects that a test gives.</summary>
    /// <param name="position">Where the test gives them.</param>
    /// <exception cref="FixtureException">A table or column is not there, or a value is none (SD8425, SD8427 to SD8429, SD8433); all are told.</exception>
    public static PinnedTables Of(IEnumerable<KeyValuePair<string, IReadOnlyList<object>>> pinned, DatasetSchema schema, SourcePosition position)
    {
        var bag = new DiagnosticBag();
        var rows = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ListedRow>>(StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<object> objects) in pinned)
        {
            string known = TableName.Known(name, [.. schema.Tables.Select(one => one.Name)]);
            TableSchema table = schema.Tables.First(one => one.Name == known);
            if (table.Rows is ListedRows or FileRows)
                bag.Add(FixtureDiagnostics.PinnedListed, position, known);
            rows[known] = [.. objects.Select((one, index) => new PinnedRow(table, index, position, bag).Read(one))];
        }

        return bag.HasErrors ? throw new FixtureException(bag.InFileOrder()) : new PinnedTables(rows.ToImmutable());
    }

    /// <summary>Plans a request with these rows pinned.</summary>
    /// <exception cref="SchemaException">The schema, the request and the rows do not go together (SD2).</exception>
    /// <exception cref="FixtureException">A row pinned as a whole does not come out as it says (SD8430).</exception>
    public GenerationPlan Plan(Dataset dataset, GenerationRequest request)
    {
        if (rows.IsEmpty)
            return dataset.Plan(request);
        DatasetSchema schema = dataset.Schema with
        {
            Tables = [.. dataset.Schema.Tables.Select(Pin)],
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{dataset.Schema.Sha256}\n{Text}"))),
        };
        GenerationPlan plan = new Dataset(schema, dataset.Knowledge).Plan(request);
        WholeRows.Check(plan, rows);
        return plan;
    }

    private TableSchema Pin(TableSchema table) => rows.TryGetValue(table.Name, out ImmutableArray<ListedRow> own)
        ? table with { Pinned = [.. Enumerable.Range(0, Math.Max(own.Length, table.Pinned.Length)).Select(row => Over(table.Pinned.ElementAtOrDefault(row), own.ElementAtOrDefault(row))!)] }
        : table;

    // Cell by cell, the test's before the schema's.
    private static ListedRow? Over(ListedRow? below, ListedRow? own) => below is null || own is null ? own ?? below : own with
    {
        Cells = below.Cells.SetItems(own.Cells),
        Columns = [.. below.Columns.Union(own.Columns, StringComparer.Ordinal)],
    };

    private static string Shown(SchemaScalar scalar) => scalar.IsNull ? "null" : $"'{scalar.Text}'";
}
