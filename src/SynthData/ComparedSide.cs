using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Planning;

namespace SynthData;

/// <summary>One of the two datasets that are compared: the files of its tables, and what columns they have.</summary>
/// <param name="Path">The file or folder.</param>
internal sealed record ComparedSide(string Path, ImmutableSortedDictionary<string, ImmutableArray<TableFile>> Tables)
{
    /// <summary>Finds the tables of a file or folder: those a manifest names, else one a file, named like it.</summary>
    /// <exception cref="SchemaException">It holds no table (SD8).</exception>
    /// <exception cref="GenerationException">A manifest cannot be read (SD5).</exception>
    public static ComparedSide Find(string path, Dataset? schema)
    {
        if (schema is not null)
            return new ComparedSide(path, DataFiles.Find(schema.Schema, [new ValidationInput(Table: null, path)]).ByTable.ToImmutableSortedDictionary(StringComparer.Ordinal));
        ImmutableSortedDictionary<string, ImmutableArray<TableFile>> tables = Directory.Exists(path) ? InFolder(path) : OfFile(path);
        if (tables.IsEmpty)
            throw new SchemaException([UsageDiagnostics.InvalidValue.At(null, "A B", path, $"a file that ends in {DataFiles.KnownEndings}, or a folder with such files")]);
        return new ComparedSide(path, tables);
    }

    /// <summary>The columns of a table, in the order of its first file.</summary>
    /// <param name="plan">The schema's table; its types are taken in place of found ones.</param>
    public async Task<ImmutableArray<BatchColumn>> ColumnsAsync(string table, TablePlan? plan, CancellationToken cancellationToken)
    {
        List<BatchColumn> found = [];
        foreach (TableFile file in Tables[table])
        {
            foreach (BatchColumn column in await file.FindColumnsAsync(cancellationToken))
            {
                int known = found.FindIndex(one => one.Name == column.Name);
                if (known < 0)
                    found.Add(column);
                else
                    found[known] = column with { Type = TypeGuess.Common(found[known].Type, column.Type) };
            }
        }

        return [.. found.Select(column => plan?.Find(column.Name) is { } cell ? column with { Type = cell.Type } : column)];
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<TableFile>> OfFile(string path) =>
        TableFile.FormatOf(path) is { } format
            ? ImmutableSortedDictionary.Create<string, ImmutableArray<TableFile>>(StringComparer.Ordinal)
                .Add(NameOf(path, format), [new TableFile(path, format, HasEscapedFormulas(ManifestAt(OutputTarget.File(path))))])
            : ImmutableSortedDictionary<string, ImmutableArray<TableFile>>.Empty;

    private static ImmutableSortedDictionary<string, ImmutableArray<TableFile>> InFolder(string folder)
    {
        RunManifest? manifest = ManifestAt(OutputTarget.Folder(folder));
        IEnumerable<(string Table, string Path)> files = manifest is null
            ? DataFiles.In(folder).Select(path => (NameOf(path, TableFile.FormatOf(path)!), path))
            : manifest.Tables.SelectMany(table => table.Files.Select(file => (table.Name, System.IO.Path.Combine(folder, file.Path))));
        return files.Where(file => File.Exists(file.Path) && TableFile.FormatOf(file.Path) is not null)
            .GroupBy(file => file.Table, file => new TableFile(file.Path, TableFile.FormatOf(file.Path)!, HasEscapedFormulas(manifest)), StringComparer.Ordinal)
            .ToImmutableSortedDictionary(table => table.Key, table => table.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static string NameOf(string path, ITableFormat format) => System.IO.Path.GetFileName(path)[..^format.Extension.Length];

    private static RunManifest? ManifestAt(OutputTarget target) => ExistingDataset.Read(DatasetLayout.For(target, shard: null));

    private static bool HasEscapedFormulas(RunManifest? manifest) => manifest is { Options.CsvFormula: "escape" };
}
