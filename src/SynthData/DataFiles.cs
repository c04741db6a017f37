using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Schema;

namespace SynthData;

/// <summary>Finds the files of each table among what <c>validate</c> was given: folders, with a manifest or without, and files.</summary>
internal sealed class DataFiles
{
    /// <summary>What the names of files that hold rows end in.</summary>
    public const string KnownEndings = ".csv, .csv.gz, .csv.zst, .jsonl, .jsonl.gz, .jsonl.zst or .parquet";

    /// <summary>What is said of a file that was written and is not read.</summary>
    public const string ScriptsAreNotRead = "an SQL script is written only, but schema and seed give the same rows in every format";

    private readonly DatasetSchema schema;
    private readonly DiagnosticBag bag = [];
    private readonly Dictionary<string, ImmutableArray<TableFile>> byTable = new(StringComparer.Ordinal);
    private readonly List<DataManifest> manifests = [];
    private readonly List<Diagnostic> notes = [];

    private DataFiles(DatasetSchema schema) => this.schema = schema;

    /// <summary>By table, its files in the order of their rows.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<TableFile>> ByTable => byTable;

    public IReadOnlyList<DataManifest> Manifests => manifests;

    /// <summary>What is not there, and what is there and was not read.</summary>
    public IReadOnlyList<Diagnostic> Notes => notes;

    /// <exception cref="SchemaException">An input is not a table's (SD8).</exception>
    /// <exception cref="GenerationException">A manifest cannot be read (SD5).</exception>
    public static DataFiles Find(DatasetSchema schema, ImmutableArray<ValidationInput> inputs)
    {
        var files = new DataFiles(schema);
        foreach (ValidationInput input in inputs)
        {
            if (!Directory.Exists(input.Path))
                files.AddFile(input);
            else if (input.Table is null)
                files.AddFolder(input.Path);
            else
                files.Refuse($"{input.Table}={input.Path}", "the file of one table; a folder stands alone, as DATA");
        }

        files.bag.ThrowIfErrors();
        return files;
    }

    private void AddFile(ValidationInput input)
    {
        string? table = input.Table ?? TableOf(Path.GetFileName(input.Path)) ?? (schema.Tables is [{ } only] ? only.Name : null);
        if (TableFile.FormatOf(input.Path) is not { } format)
            Refuse(input.Path, FormatChoice.NamedBy(input.Path).Format is null ? $"a file that ends in {KnownEndings}" : $"a file that ends in {KnownEndings}; {ScriptsAreNotRead}");
        else if (table is null)
            Refuse(input.Path, $"a file named after its table ({string.Join(", ", schema.Tables.Select(one => one.Name))}), or TABLE=FILE");
        else
            AddFile(input.Path, format, table);
    }

    private void AddFile(string path, ITableFormat format, string table)
    {
        RunManifest? manifest = ExistingDataset.Read(DatasetLayout.For(OutputTarget.File(path), shard: null));
        if (manifest is not null)
            manifests.Add(new DataManifest(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".", manifest));
        Add(table, [new TableFile(path, format, HasEscapedFormulas(manifest))]);
    }

    private void AddFolder(string folder)
    {
        RunManifest? manifest = ExistingDataset.Read(DatasetLayout.For(OutputTarget.Folder(folder), shard: null));
        Dictionary<string, ImmutableArray<TableFile>> found = new(StringComparer.Ordinal);
        if (manifest is not null)
            FindByManifest(folder, manifest, found);
        else
            FindByName(folder, found);

        if (found.Count == 0)
        {
            string expected = $"a folder with files named after tables ({string.Join(", ", schema.Tables.Select(one => one.Name))})";
            Refuse(folder, manifest is { Options.Format: "sql" } ? $"{expected}; {ScriptsAreNotRead}" : expected);
        }

        foreach (TableSchema table in schema.Tables.Where(table => table.IsWritten && found.Count > 0 && !found.ContainsKey(table.Name)))
            notes.Add(DataDiagnostics.TableAbsent.At(null, folder, table.Name));
        foreach ((string table, ImmutableArray<TableFile> files) in found)
            Add(table, files);
    }

    private void FindByManifest(string folder, RunManifest manifest, Dictionary<string, ImmutableArray<TableFile>> found)
    {
        manifests.Add(new DataManifest(folder, manifest));
        foreach (ManifestTable table in manifest.Tables.Where(table => schema.Tables.Any(known => known.Name == table.Name)))
        {
            IEnumerable<string> paths = table.Files.Select(file => Path.Combine(folder, file.Path)).Where(File.Exists);
            ImmutableArray<TableFile> files =
            [
                .. paths.Where(path => TableFile.FormatOf(path) is not null)
                    .Select(path => new TableFile(path, TableFile.FormatOf(path)!, HasEscapedFormulas(manifest))),
            ];
            if (files.Length > 0)
                found[table.Name] = files;
        }

        HashSet<string> named = [.. manifest.Tables.SelectMany(table => table.Files).Select(file => file.Path)];
        NoteUnread(In(folder).Where(path => !named.Contains(Path.GetFileName(path))), "its folder's manifest does not name it");
        NoteUnread(
            manifest.Tables.Where(table => !schema.Tables.Any(known => known.Name == table.Name))
                .SelectMany(table => table.Files).Select(file => Path.Combine(folder, file.Path)),
            "the schema has no table of its name");
    }

    private void FindByName(string folder, Dictionary<string, ImmutableArray<TableFile>> found)
    {
        foreach (string path in In(folder))
        {
            if (TableOf(Path.GetFileName(path)) is not { } table)
                NoteUnread([path], "the schema has no table of its name");
            else if (found.TryGetValue(table, out ImmutableArray<TableFile> other))
                Refuse(folder, $"a folder with one file of table '{table}', which '{Path.GetFileName(other[0].Path)}' and '{Path.GetFileName(path)}' both are");
            else
                found[table] = [new TableFile(path, TableFile.FormatOf(path)!)];
        }
    }

    private static bool HasEscapedFormulas(RunManifest? manifest) => manifest is { Options.CsvFormula: "escape" };

    /// <summary>The files of a folder that hold rows, by name.</summary>
    public static IEnumerable<string> In(string folder)
    {
        string[] paths = [];
        OutputFailure.Guard(folder, () => paths = Directory.GetFiles(folder));
        return paths.Where(path => TableFile.FormatOf(path) is not null && Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal);
    }

    private string? TableOf(string fileName) =>
        TableFile.FormatOf(fileName) is { } format ? schema.Tables.FirstOrDefault(table => table.Name == fileName[..^format.Extension.Length])?.Name : null;

    private void NoteUnread(IEnumerable<string> paths, string why) => notes.AddRange(paths.Select(path => DataDiagnostics.FileUnread.At(null, path, why)));

    private void Add(string table, ImmutableArray<TableFile> files)
    {
        if (!byTable.TryAdd(table, files))
            bag.Add(UsageDiagnostics.NamedTwice, null, "DATA", table);
    }

    private void Refuse(string path, string expected) => bag.Add(UsageDiagnostics.InvalidValue, null, "DATA", path, expected);
}

/// <summary>The manifest that stands beside data.</summary>
internal sealed record DataManifest(string Folder, RunManifest Manifest);
