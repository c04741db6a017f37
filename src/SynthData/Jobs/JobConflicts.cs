using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>What a dataset says that does not go together. Its own keys are refused; defaults that can have no effect give way.</summary>
internal static class JobConflicts
{
    private static readonly string[] OfModel = ["base_url", "timeout", "journal", "replay", "limits", "text_rows"];

    public static JobDataset Settle(JobDataset dataset, SchemaReading reading)
    {
        if (dataset is { Truncate: true, Append: true })
            reading.Report(JobDiagnostics.KeysExclude, dataset.At("append"), "append", "truncate");
        if (dataset.Model.Limits is { Cost: not null } limits && (limits.PriceIn is null || limits.PriceOut is null))
            reading.Report(JobDiagnostics.KeyNeedsKey, dataset.At("limits"), "cost", limits.PriceIn is null ? "price_in" : "price_out");
        return dataset.Model.Name is null ? WithoutModel(dataset, reading) : dataset;
    }

    private static JobDataset WithoutModel(JobDataset dataset, SchemaReading reading)
    {
        foreach (string key in OfModel.Where(dataset.Own.ContainsKey))
            reading.Report(JobDiagnostics.KeyNeedsKey, dataset.At(key), key, "model");
        if (dataset.Model.Text == "row" && dataset.Own.ContainsKey("text"))
            reading.Report(JobDiagnostics.KeyNeedsKey, dataset.At("text"), "text: row", "model");
        return dataset with { Model = new JobModel { Text = dataset.Model.Text == "row" ? null : dataset.Model.Text } };
    }
}
