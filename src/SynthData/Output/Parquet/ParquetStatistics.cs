using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Meta;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Parquet;

/// <summary>Removes the smallest and greatest values that Parquet.Net states wrongly, since engines skip row groups by them.</summary>
/// <remarks>
/// Parquet.Net 6.1 states those of timestamps in milliseconds whatever their unit (its issue 769), and those of UUIDs with the
/// first bytes turned round. Without them an engine reads the rows and finds what is there.
/// </remarks>
internal static class ParquetStatistics
{
    /// <summary>Corrects a row group whose columns are all written.</summary>
    public static void Correct(ParquetRowGroupWriter writer, ImmutableArray<BatchColumn> columns)
    {
        RowGroup group = GroupOf(writer);
        for (int index = 0; index < columns.Length; index++)
        {
            if (columns[index].Type.Kind is not (ColumnKind.Timestamp or ColumnKind.Uuid) || group.Columns[index].MetaData?.Statistics is not { } statistics)
                continue;
            (statistics.Min, statistics.Max) = (null, null);
            (statistics.MinValue, statistics.MaxValue) = (null, null);
            (statistics.IsMinValueExact, statistics.IsMaxValueExact) = (null, null);
        }
    }

    // The library keeps the footer to itself. An accessor is checked when it is compiled ahead of time, and fails loudly where the field is gone.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_owGroup")]
    private static extern ref RowGroup GroupOf(ParquetRowGroupWriter writer);
}
