using SynthData.Comparing;

namespace SynthData.Tests.Comparing;

/// <summary>Compares two files or folders in this process.</summary>
internal static class Compared
{
    public static Task<LikenessReport> FilesAsync(string a, string b, Dataset? schema = null) =>
        DatasetLikeness.RunAsync(new LikenessRequest(a, b, schema), TestContext.Current.CancellationToken);

    public static TableLikeness Table(this LikenessReport report, string name) => report.Tables.Single(table => table.Name == name);

    public static ColumnLikeness Column(this TableLikeness table, string name) => table.Columns.Single(column => column.Name == name);

    public static MeasuredValue Value(this TableLikeness table, string column, Measure measure) => table.Column(column).Values.Single(value => value.Name == measure.Name);
}
