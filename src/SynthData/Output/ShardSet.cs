using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Schema;

namespace SynthData.Output;

/// <summary>The parts of one dataset in a folder, complete and fitting each other.</summary>
internal sealed partial class ShardSet
{
    private readonly string folder;
    private readonly ImmutableArray<RunManifest> parts;

    private ShardSet(string folder, ImmutableArray<RunManifest> parts, ImmutableArray<DatasetLayout> layouts)
    {
        this.folder = folder;
        this.parts = parts;
        Layouts = layouts;
    }

    public ImmutableArray<DatasetLayout> Layouts { get; }

    public RunManifest First => parts[0];

    /// <exception cref="GenerationException">SD5008, SD5009, SD5020–SD5023.</exception>
    public static ShardSet Read(string folder)
    {
        ImmutableArray<ManifestShard> found = Find(folder);
        if (found.IsEmpty)
            throw new GenerationException(OutputDiagnostics.NothingToMerge.At(null, folder));

        int of = found[0].Of;
        if (found.FirstOrDefault(shard => shard.Of != of) is { } other)
        {
            throw new GenerationException(OutputDiagnostics.PartsDisagree.At(
                null, folder, found[0].Number, other.Number, $"the number of parts ({of} and {other.Of})"));
        }

        for (int number = 1; number <= of; number++)
        {
            if (number > found.Length || found[number - 1].Number != number)
                throw new GenerationException(OutputDiagnostics.PartMissing.At(null, folder, number, of));
        }

        ImmutableArray<DatasetLayout> layouts = [.. found.Select(shard => DatasetLayout.For(OutputTarget.Folder(folder), shard))];
        ShardSet parts = new(folder, [.. layouts.Select(layout => ExistingDataset.Read(layout)!)], layouts);
        parts.CheckAgreement();
        parts.CheckRanges();
        return parts;
    }

    /// <summary>The manifest of the whole, still naming the files of the parts.</summary>
    public RunManifest Merge() => First with
    {
        Shard = null,
        Tables = [.. First.Tables.Select((_, index) => MergeTable(index))],
        Model = First.Model is null ? null : parts.Select(part => part.Model!).Aggregate((sum, model) => new ManifestModel(
            sum.Name, sum.Calls + model.Calls, sum.TokensIn + model.TokensIn, sum.TokensOut + model.TokensOut)),
    };

    /// <summary>The files of one table, in order of rows.</summary>
    public ImmutableArray<string> FilesOf(int table) =>
        [.. parts.SelectMany(part => part.Tables[table].Files).Select(file => Path.Combine(folder, file.Path))];

    /// <exception cref="GenerationException">SD5024.</exception>
    public async Task CheckFilesAsync(CancellationToken cancellationToken)
    {
        foreach (ManifestFile file in parts.SelectMany(part => part.Tables).SelectMany(table => table.Files))
        {
            if (await ExistingDataset.DamageOfAsync(folder, file, cancellationToken) is { } damage)
                throw new GenerationException(OutputDiagnostics.FileDamaged.At(null, Path.Combine(folder, file.Path), damage));
        }
    }

    /// <summary>Removes manifests, then files: a part without files never has a manifest.</summary>
    public void Remove() => OutputFailure.Guard(folder, () =>
    {
        foreach (DatasetLayout layout in Layouts)
            File.Delete(layout.ManifestPath);
        DirectorySync.Flush(folder);
        foreach (ManifestFile file in parts.SelectMany(part => part.Tables).SelectMany(table => table.Files))
            File.Delete(Path.Combine(folder, file.Path));
    });

    private static ImmutableArray<ManifestShard> Find(string folder)
    {
        string[] names = [];
        OutputFailure.Guard(folder, () => names = Directory.Exists(folder) ? Directory.GetFiles(folder) : []);
        return
        [
            .. names.Select(name => PartManifest().Match(Path.GetFileName(name))).Where(match => match.Success)
                .Select(match => new ManifestShard(NumberOf(match, 1), NumberOf(match, 2)))
                .OrderBy(shard => shard.Of).ThenBy(shard => shard.Number),
        ];
    }

    private static int NumberOf(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^manifest\.([1-9][0-9]{0,8})-of-([1-9][0-9]{0,8})\.json$", RegexOptions.CultureInvariant)]
    private static partial Regex PartManifest();

    private ManifestTable MergeTable(int index)
    {
        ImmutableArray<ManifestTable> tables = [.. parts.Select(part => part.Tables[index])];
        return tables[0] with
        {
            Rows = tables.Sum(table => table.Rows),
            FirstRow = 0,
            Content = tables.Select(ContentOf).Aggregate((sum, content) => sum + content).ToString(),
            Files = [.. tables.SelectMany(table => table.Files)],
            Rejected =
            [
                .. tables.SelectMany(table => table.Rejected).GroupBy(entry => (entry.Code, entry.Rule))
                    .Select(group => new ManifestRejection(group.Key.Code, group.Key.Rule, group.Sum(entry => entry.Count)))
                    .OrderBy(entry => entry.Code, StringComparer.Ordinal).ThenBy(entry => entry.Rule, StringComparer.Ordinal),
            ],
            Faulty = tables.Sum(table => table.Faulty),
        };
    }

    private static ContentSum ContentOf(ManifestTable table) => ContentSum.TryParse(table.Content, out ContentSum sum) ? sum : default;

    private void CheckAgreement()
    {
        for (int index = 0; index < parts.Length; index++)
        {
            RunManifest part = parts[index];
            string? difference = part.Shard != Layouts[index].Shard ? "the part they say they are"
                : ManifestDifference.Between(part with { Shard = null }, First with { Shard = null })
                    ?? (part.Model is null != First.Model is null ? "the use of a model" : null)
                    ?? (Shape(part) != Shape(First) ? "their tables or columns" : null);
            if (difference is not null)
                throw new GenerationException(OutputDiagnostics.PartsDisagree.At(null, folder, 1, index + 1, difference));
        }
    }

    private static string Shape(RunManifest part) => string.Join(";", part.Tables.Select(table =>
        $"{table.Name}:{string.Join(",", table.Columns)}:{table.Columns.All(column => ColumnType.TryParse(column.Type, out _))}"));

    private void CheckRanges()
    {
        for (int table = 0; table < First.Tables.Length; table++)
        {
            long next = 0;
            for (int index = 0; index < parts.Length; index++)
            {
                ManifestTable part = parts[index].Tables[table];
                if (part.FirstRow != next || part.Files.Sum(file => file.Rows) != part.Rows)
                    throw new GenerationException(OutputDiagnostics.PartRange.At(null, folder, part.Name, index + 1, part.FirstRow, next));
                next += part.Rows;
            }
        }
    }
}
