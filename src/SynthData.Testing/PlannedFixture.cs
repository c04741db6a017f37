using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Testing.Binding;
using SynthData.Testing.Databases;

namespace SynthData.Testing;

/// <summary>A schema planned for one request, and what was made of it so far. Thread-safe; everything is made once.</summary>
internal sealed class PlannedFixture(GenerationPlan plan)
{
    private readonly MadeOnce<(string Table, long Rows), TableCells> cells = new();
    private readonly MadeOnce<(string Table, Type Type), RowShape> shapes = new();
    private readonly MadeOnce<(string Table, long Rows, Type Type), object> typed = new();
    private readonly MadeOnce<string, SqliteOriginal> originals = new();

    public GenerationPlan Plan => plan;

    /// <summary>The same schema planned so that a table has at least so many rows, by table and number.</summary>
    public MadeOnce<(string Table, long Rows), PlannedFixture> Sized { get; } = new();

    /// <summary>The tables that data sets, files and databases hold, in the order written.</summary>
    public ImmutableArray<TablePlan> Written => [.. plan.Run.Plan.Tables.Where(table => table.IsWritten)];

    /// <summary>Gives the first rows of a table as a type. Rows of a type that nothing can change are the same objects for every caller.</summary>
    /// <param name="rows">How many of them; the table has as many or more.</param>
    /// <exception cref="FixtureException">The type does not match the table (SD8423), or a value does not fit (SD8424).</exception>
    public IReadOnlyList<T> Rows<T>(string table, long rows) => RowShape.IsShareable(typeof(T))
        ? (IReadOnlyList<T>)typed.Get((table, rows, typeof(T)), () => Bind<T>(table, rows))
        : Bind<T>(table, rows);

    /// <summary>Gives the first rows of a table as values.</summary>
    public TableCells Cells(string table, long rows) => cells.Get((table, rows), () => TableCells.Read(plan, table, rows));

    /// <summary>Gives a SQLite file of its own to whoever asks.</summary>
    public FixtureDatabase Sqlite() => originals.Get("sqlite", () => new SqliteOriginal(plan)).Copy();

    private IReadOnlyList<T> Bind<T>(string table, long rows)
    {
        if (GeneratedRows.Of(typeof(T)) is { } generated)
            return Array.AsReadOnly((T[])generated.Read(plan, table, rows));
        RowShape shape = shapes.Get((table, typeof(T)), () => RowShape.Of(typeof(T), plan, table));
        TableCells values = Cells(table, rows);
        var made = new T[values.Rows.Length];
        for (int row = 0; row < made.Length; row++)
            made[row] = (T)shape.Make(values.Rows[row], row);
        return Array.AsReadOnly(made);
    }
}
