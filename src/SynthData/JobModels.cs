using SynthData.Diagnostics;
using SynthData.Sources.Model.Providers;

namespace SynthData;

/// <summary>The clients of a job's datasets, opened before the first row: a key that is missing is told then.</summary>
internal sealed class JobModels : IDisposable
{
    private readonly Dictionary<string, ChatConnection> connections = new(StringComparer.Ordinal);

    private JobModels()
    {
    }

    /// <exception cref="SchemaException">SD8001 to SD8006, of all datasets.</exception>
    public static JobModels Open(JobPlan plan, JobRunOptions options)
    {
        var models = new JobModels();
        var bag = new DiagnosticBag();
        foreach (PlannedDataset dataset in plan.Datasets.Where(dataset => dataset.IsChosen && dataset.Plan.Run.AsksModel))
        {
            try
            {
                if (dataset.Model.Connect(options.Environment, options.Clock) is { } connection)
                    models.connections.Add(dataset.Name, connection);
            }
            catch (SchemaException wrong)
            {
                bag.AddRange(wrong.Diagnostics.Select(diagnostic => PlannedDataset.Tell(dataset.Written, diagnostic)));
            }
        }

        if (bag.HasErrors)
            models.Dispose();
        bag.ThrowIfErrors();
        return models;
    }

    public ChatConnection? Of(PlannedDataset dataset) => connections.GetValueOrDefault(dataset.Name);

    public void Dispose()
    {
        foreach (ChatConnection connection in connections.Values)
            connection.Client.Dispose();
    }
}
