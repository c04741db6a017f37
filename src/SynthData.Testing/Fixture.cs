using System.Collections.Immutable;
using System.Data;
using System.Runtime.CompilerServices;
using SynthData.Diagnostics;
using SynthData.Testing.Pinning;

namespace SynthData.Testing;

/// <summary>Rows for a test, made from a schema: the same on every machine, at every run, offline.</summary>
/// <remarks>
/// <para>Everything is made once in a process and kept: for the full path of the schema, the bytes of it, of its knowledge and of the files it names, what is
/// asked, and the type of the rows. A file that changes is read anew. What fails is tried again at the next call.</para>
/// <para>Immutable and thread-safe; tests that run at once may share one.</para>
/// <para>Prompt columns are filled from the knowledge beside the schema, else by their fallbacks; where there is neither, the plan's error says so. No model is called.</para>
/// <para>
/// A relative path of a schema counts from the folder of the source file that calls, then from the folder the tests run in and those above it, the
/// nearest first. The working folder plays no part.
/// </para>
/// </remarks>
public sealed class Fixture
{
    private readonly PlannedFixture planned;

    private Fixture(PlannedFixture planned) => this.planned = planned;

    /// <summary>The schema bound to what was asked, with everything the library does with one.</summary>
    public GenerationPlan Plan => planned.Plan;

    /// <summary>Gives rows of one table as records or objects of a class.</summary>
    /// <typeparam name="T">
    /// A type that <c>synthdata codegen</c> wrote, or any record, class or struct: parameters of its constructor and properties that can be set take the columns
    /// of their names, without regard to case and underscores. <c>[Column]</c> and <c>[NotMapped]</c> are heeded.
    /// </typeparam>
    /// <param name="schema">The schema's file.</param>
    /// <param name="rows">
    /// How many. A table with <c>rows</c> of its own gets exactly as many; for a <c>per</c> table its root gets the smallest number of rows that gives as many, and the
    /// first of them are given. Null: as many as the schema says.
    /// </param>
    /// <param name="seed">Another seed. Null: the schema's own.</param>
    /// <param name="table">The table. Null: the one that <c>[Table]</c> names, else the one named like the type or its plural.</param>
    /// <param name="callerFile">Left to the compiler.</param>
    /// <param name="callerLine">Left to the compiler.</param>
    /// <returns>Rows in the table's order. Those of a type that nothing can change are the same objects at every call; others are new ones.</returns>
    /// <exception cref="FixtureException">Schema, type and table do not go together (SD8421 to SD8426).</exception>
    /// <exception cref="SchemaException">The schema is wrong, or cannot have so many rows (SD1, SD2).</exception>
    /// <exception cref="GenerationException">Rows cannot be made (SD3, SD4).</exception>
    public static IReadOnlyList<T> Load<T>(
        string schema, int? rows = null, ulong? seed = null, string? table = null, [CallerFilePath] string callerFile = "", [CallerLineNumber] int callerLine = 0)
    {
        if (rows is { } asked)
            ArgumentOutOfRangeException.ThrowIfNegative(asked, nameof(rows));
        Fixture all = Open(schema, new FixtureOptions { Seed = seed }, callerFile, callerLine);
        string found = all.TableOf<T>(table);
        if (rows is not { } wanted)
            return all.planned.Rows<T>(found, all.Plan.RowCount(found));
        PlannedFixture sized = all.planned.Sized.Get((found, wanted), () =>
            new PlannedFixture(all.Plan.Dataset.Plan(new RowsWanted(all.Plan.Dataset, all.Plan.Request, found, wanted).Find())));
        return sized.Rows<T>(found, wanted);
    }

    /// <summary>Opens a schema for a test that needs several tables, data sets, files or a database, or other rows than the schema's.</summary>
    /// <param name="schema">The schema's file.</param>
    /// <param name="options">What is asked beyond it. Null: nothing.</param>
    /// <param name="callerFile">Left to the compiler.</param>
    /// <param name="callerLine">Left to the compiler; where errors of pinned rows are told.</param>
    /// <exception cref="FixtureException">There is no such schema, or rows are pinned that no table can have (SD8421 to SD8430, SD8433).</exception>
    /// <exception cref="SchemaException">The schema is wrong, or does not go together with what is asked (SD1, SD2).</exception>
    public static Fixture Open(string schema, FixtureOptions? options = null, [CallerFilePath] string callerFile = "", [CallerLineNumber] int callerLine = 0)
    {
        options ??= new FixtureOptions();
        ReadSchema read = ReadSchema.Of(SchemaPath.Find(schema, callerFile), options.Params.ToImmutableSortedDictionary(StringComparer.Ordinal));
        var pinned = PinnedTables.Of(options.Pinned, read.Dataset.Schema, new SourcePosition(callerFile, callerLine, 1));
        var request = new GenerationRequest
        {
            Seed = options.Seed,
            Rows = options.Rows.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Scale = options.Scale,
            Tables = options.Tables,
            AsOf = options.AsOf,
        };
        return new Fixture(read.Planned.Get(RequestKey.Of(request, pinned), () => new PlannedFixture(pinned.Plan(read.Dataset, request))));
    }

    /// <summary>Checks that a checked-in dataset, made by <c>synthdata generate -o …</c>, is what its schema makes now. Nothing is written.</summary>
    /// <param name="schema">The schema's file.</param>
    /// <param name="dataset">The folder or file that was given to <c>-o</c>; a relative path counts as the schema's does.</param>
    /// <param name="options">What it was made with, where that is not the schema's own: seed, params, the day. Rows, scale and tables are taken from its manifest where they are not given.</param>
    /// <param name="callerFile">Left to the compiler.</param>
    /// <param name="callerLine">Left to the compiler.</param>
    /// <exception cref="FixtureException">Tables or files differ: each difference is a line (SD50, SD8431). Or there is no such schema (SD8421).</exception>
    /// <exception cref="SchemaException">The schema is wrong (SD1, SD2).</exception>
    /// <exception cref="GenerationException">There is no dataset there (SD5031), or its manifest cannot be read (SD5).</exception>
    public static void Check(
        string schema, string dataset, FixtureOptions? options = null, [CallerFilePath] string callerFile = "", [CallerLineNumber] int callerLine = 0)
    {
        var files = new CheckedIn(SchemaPath.FindData(dataset, callerFile));
        Fixture fixture = Open(schema, files.Complete(options ?? new FixtureOptions()), callerFile, callerLine);
        files.Check(fixture.Plan, schema);
    }

    /// <summary>Gives all rows of a table; those of several tables belong together.</summary>
    /// <typeparam name="T">As for <see cref="Load"/>.</typeparam>
    /// <param name="table">The table. Null: the one that <c>[Table]</c> names, else the one named like the type or its plural.</param>
    /// <inheritdoc cref="Load" path="/returns"/>
    /// <exception cref="FixtureException">Type and table do not go together (SD8422 to SD8425).</exception>
    /// <exception cref="GenerationException">Rows cannot be made (SD3, SD4).</exception>
    public IReadOnlyList<T> Rows<T>(string? table = null)
    {
        string found = TableOf<T>(table);
        return planned.Rows<T>(found, Plan.RowCount(found));
    }

    /// <summary>Gives a table as a new <see cref="System.Data.DataTable"/>: its columns in output order, its key as the primary key.</summary>
    /// <param name="table">The table's name.</param>
    /// <exception cref="FixtureException">There is no such table (SD8425).</exception>
    /// <exception cref="GenerationException">Rows cannot be made (SD3, SD4).</exception>
    public DataTable DataTable(string table) => DataTables.Of(planned, TableName.Known(table, Plan.Dataset.Tables));

    /// <summary>Gives the tables as a new <see cref="System.Data.DataSet"/>, with a relation, without a constraint, for each reference between them.</summary>
    /// <exception cref="GenerationException">Rows cannot be made (SD3, SD4).</exception>
    public DataSet DataSet() => DataTables.Of(planned);

    /// <summary>Writes the tables into a new temporary folder, which is removed when it is disposed, or else when the process ends.</summary>
    /// <param name="format"><c>csv</c>, <c>parquet</c> or <c>jsonl</c>.</param>
    /// <exception cref="SchemaException">There is no such format (SD8).</exception>
    /// <exception cref="GenerationException">Rows cannot be made, or files not be written (SD3 to SD5).</exception>
    public FixtureFiles Files(string format = "csv") => FixtureFiles.Write(Plan, format);

    /// <summary>Gives a SQLite database with the tables, filled: a file in a temporary folder, so that any number of connections may open it.</summary>
    /// <remarks>The rows are written once a process; every call gets a copy of its own. Connections of its connection string are not pooled.</remarks>
    /// <exception cref="GenerationException">Rows cannot be made, or the file not be written (SD3 to SD5).</exception>
    public FixtureDatabase Sqlite() => planned.Sqlite();

    /// <summary>Gives a PostgreSQL database with the tables, filled: one of its own on a server that is there, dropped when it is disposed or else when the process ends.</summary>
    /// <remarks>Its name begins with <c>synthdata_fixture_</c>; a process that is killed leaves it behind.</remarks>
    /// <param name="server">
    /// <c>postgres://USER@HOST:PORT/DATABASE</c>, of a user who may create databases; the password comes from <c>PGPASSWORD</c>, <c>PGPASSFILE</c> or <c>~/.pgpass</c>.
    /// Null: what <c>SYNTHDATA_POSTGRES</c> says.
    /// </param>
    /// <exception cref="FixtureException">No server is named (SD8432).</exception>
    /// <exception cref="GenerationException">The server is not there or refuses (SD51), or rows cannot be made (SD3 to SD5).</exception>
    public FixtureDatabase Postgres(string? server = null) => Databases.PostgresDatabases.Make(Plan, server);

    private string TableOf<T>(string? table) => table is null ? TableName.Of(typeof(T), Plan.Dataset.Tables) : TableName.Known(table, Plan.Dataset.Tables);
}
