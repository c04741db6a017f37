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
    /// <summary>What is there and was not read.</summary>
    public ImmutableArray<Diagnostic> Notes { get; init; } = [];

    /// <summary>Finds the tables of a file or folder: those a manifest names, else one a file, named like it.</summary>
    /// <exception cref="SchemaException">It holds no table (SD8).</exception>
    /// <exception cref="GenerationException">A manifest cannot be read (SD5).</exception>
    public static ComparedSide Find(ValidationInput input, Dataset? schema)
    {
        if (schema is not null)
        {
            DataFiles files = DataFiles.Find(schema.Schema, [input]);
            return new ComparedSide(input.Path, files.ByTable.ToImmutableSortedDictionary(StringComparer.Ordinal)) { Notes = [.. files.Notes] };
        }

        ImmutableSortedDictionary<string, ImmutableArray<TableFile>> tables = Directory.Exists(input.Path) ? InFolder(input.Path) : OfFile(input.Path);
        if (tables.IsEmpty)
            throw Refused(input.Path, $"a file that ends in {DataFiles.KnownEndings}, or a folder with such files; {DataFiles.ScriptsAreNotRead}");
        return new ComparedSide(input.Path, tables);
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

    private static ImmutableSortedDictionary<string, ImmutableArray<TableFile>> InFolder(string folder) =>
        ManifestAt(OutputTarget.Folder(folder)) is { } manifest && manifest.Options.Format != "sql" ? ByManifest(folder, manifest) : ByName(folder);

    private static ImmutableSortedDictionary<string, ImmutableArray<TableFile>> ByManifest(string folder, RunManifest manifest) => manifest.Tables.ToImmutableSortedDictionary(
        table => table.Name,
        table => table.Files.Select(file => System.IO.Path.Combine(folder, file.Path)).Where(path => TableFile.FormatOf(path) is not null)
            .Select(path => new TableFile(path, TableFile.FormatOf(path)!, HasEscapedFormulas(manifest))).ToImmutableArray(),
        StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, ImmutableArray<TableFile>> ByName(string folder)
    {
        ILookup<string, TableFile> files = DataFiles.In(folder).Select(path => new TableFile(path, TableFile.FormatOf(path)!)).ToLookup(file => NameOf(file.Path, file.Format), StringComparer.Ordinal);
        if (files.FirstOrDefault(table => table.Count() > 1) is { } several)
            throw Refused(folder, $"a folder with one file of table '{several.Key}', which {string.Join(" and ", several.Select(file => $"'{System.IO.Path.GetFileName(file.Path)}'"))} are");
        return files.ToImmutableSortedDictionary(table => table.Key, table => table.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static SchemaException Refused(string path, string expected) => new([UsageDiagnostics.InvalidValue.At(null, "A B", path, expected)]);

    private static string NameOf(string path, ITableFormat format) => System.IO.Path.GetFileName(path)[..^format.Extension.Length];

    private static RunManifest? ManifestAt(OutputTarget target) => ExistingDataset.Read(DatasetLayout.For(target, shard: null));

    private static bool HasEscapedFormulas(RunManifest? manifest) => manifest is { Options.CsvFormula: "escape" };
}
