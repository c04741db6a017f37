using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD2070 to SD2079: what reads other rows of its table, or the children of a row, and cannot.</summary>
internal static class OtherRowDiagnostics
{
    public static readonly DiagnosticDescriptor NeedsPer = Error(
        "SD2070", "{0} of table '{1}' needs rows that follow one another within a parent, and the table's rows have none.",
        "Make the rows `{{ per: PARENT, count: … }}`.",
        "`previous` reads the row before of the same `per` parent, and `ordered` and `series` run along a parent's rows.");

    public static readonly DiagnosticDescriptor WrongRowCall = Error(
        "SD2071", "{0}", "Write {1}.",
        "`previous` takes a column and what stands for it in a parent's first row. Aggregates take a column or an expression of one table made `per` this one.");

    public static readonly DiagnosticDescriptor EarlierReadsPrevious = Error(
        "SD2072", "'{1}' of table '{0}' reads an earlier row of its own table, whose cells follow from the row before it.",
        "Read a column that neither `previous` nor a rule over one decides, such as the key, or drop one of the two.",
        "To make one row, all rows of its parent before it are made. Where each of them reads yet another row of the table, that grows without bound.");

    public static readonly DiagnosticDescriptor AggregateCycle = Error(
        "SD2073", "Rows and their children need one another in a circle: {0}.",
        "Let the children read nothing that follows from the aggregate, and its rows no rule over it where they read drawn cells of theirs.",
        "An aggregate is made of the children as they are written, and those of their parent as it is written. A row whose rule reads the aggregate is final only after its children.");

    public static readonly DiagnosticDescriptor AggregateReadsModel = Error(
        "SD2074", "'{0}' reads cells of table '{1}' that a model fills.", "Aggregate a column made locally, or count the rows.",
        "Children are made once more where their parent reads them, and an answer of a model cannot be.");

    public static readonly DiagnosticDescriptor CountReadsAggregate = Error(
        "SD2075", "The count of table '{0}' follows from an aggregate, '{1}'.", "Let the count read columns that follow from no aggregate, by themselves or by a rule of their table.",
        "All tables are counted before the first row is made.");

    public static readonly DiagnosticDescriptor DiffersWithinParent = Error(
        "SD2076", "What column '{0}' draws from is not the same in all rows of a parent: it reads '{1}'.",
        "Read cells of the `per` parent only, or leave out `ordered`.",
        "Draws that go to a parent's rows from the least to the greatest are draws from one range and one distribution.");

    public static readonly DiagnosticDescriptor NobodyShares = Error(
        "SD2077", "Table '{0}' has a total of {1} rows, but no row of '{2}' has a count above 0 to take a part of it.",
        "Let some parents have children, or make the total 0.",
        "A `total` is shared among the parents in proportion to the counts that they drew.");

    public static readonly DiagnosticDescriptor SeriesNeedsMoments = Error(
        "SD2078", "Column '{0}' runs along a column of moments, {1}.", "Name a column whose source is a `series` with a start, as in `along: read_at`.",
        "A trend is one of days, and a season of hours or days. Both need to know when each row is; a `period` that is a number counts rows.");

    public static readonly DiagnosticDescriptor LabelIsNoColumn = Error(
        "SD2079", "Column '{0}' marks its anomalies in '{1}', which is no column without a source of its own.", "Add it to the columns: `{1}: {{ type: bool }}`.",
        "A label is a column of the table, true where a value strays, so that it stands where the schema puts it.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [NeedsPer, WrongRowCall, EarlierReadsPrevious, AggregateCycle, AggregateReadsModel, CountReadsAggregate, DiffersWithinParent, NobodyShares, SeriesNeedsMoments, LabelIsNoColumn];
}
