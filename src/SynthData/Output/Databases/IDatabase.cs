using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Output.Databases;

/// <summary>A database as a target: one open connection and one transaction, which a commit ends and everything else undoes.</summary>
/// <remarks>One call at a time, but for the encoding of the writers it opens. What the database refuses is a diagnostic, SD5101 and up.</remarks>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>The database in messages, without a password, such as <c>sqlite:shop.db</c>.</summary>
    string Place { get; }

    /// <summary>The type that a column has in a table that is made.</summary>
    string TypeName(ColumnType type);

    /// <summary>Says why a table or a column cannot have a name; null where it can.</summary>
    string? WhyNotNamed(string name);

    /// <summary>Whether a column that exists holds every value of a type.</summary>
    bool Takes(DatabaseColumn column, ColumnType type);

    /// <summary>The columns of a table; none where there is no such table.</summary>
    ValueTask<ImmutableArray<DatabaseColumn>> ColumnsOfAsync(string table, CancellationToken cancellationToken);

    /// <summary>Keeps others from writing tables that exist until the transaction ends.</summary>
    ValueTask LockAsync(ImmutableArray<string> tables, CancellationToken cancellationToken);

    /// <summary>Waits until no other run holds a subject, and holds it until the transaction ends.</summary>
    ValueTask WaitTurnAsync(string subject, CancellationToken cancellationToken);

    /// <summary>Removes all rows of tables, all at once.</summary>
    /// <param name="tables">Those that refer to others first.</param>
    ValueTask ClearAsync(ImmutableArray<string> tables, CancellationToken cancellationToken);

    /// <summary>Runs a statement in the dialect that all adapters share.</summary>
    ValueTask ExecuteAsync(string sql, CancellationToken cancellationToken);

    /// <summary>Gives the first cell of a query's first row as text; null for null or no row.</summary>
    ValueTask<string?> AskAsync(string sql, CancellationToken cancellationToken);

    /// <summary>Opens a writer of a table's rows.</summary>
    /// <param name="columns">The table's columns as they are in the database.</param>
    ITableWriter OpenWriter(TableLayout table, ImmutableArray<DatabaseColumn> columns);

    /// <summary>Makes everything visible. Once begun it is not cancelled.</summary>
    ValueTask CommitAsync();
}
