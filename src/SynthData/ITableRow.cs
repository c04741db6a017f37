using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData;

/// <summary>A type that holds a row of one table and reads it without reflection. <c>synthdata codegen</c> writes such types.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITableRow<TSelf>
    where TSelf : ITableRow<TSelf>
{
    /// <summary>The table, by its name in the schema.</summary>
    static abstract string TableName { get; }

    /// <summary>The table's visible columns as they were when the type was written; a row's cells are numbered in their order.</summary>
    static abstract ImmutableArray<RowColumn> Columns { get; }

    /// <summary>Makes an instance of one row. Called by several threads at once.</summary>
    static abstract TSelf Read(BatchRow row);
}
