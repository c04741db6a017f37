using System.Globalization;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Run;

/// <summary>The schemas of the repository, and what a run of one says of itself.</summary>
internal static class ReadyMade
{
    /// <summary>The names of the files in <c>schemas/</c>, without their ends.</summary>
    public static TheoryData<string> Names =>
        [.. Files.Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>The schemas themselves, without the knowledge beside them.</summary>
    public static IEnumerable<string> Files =>
        Directory.GetFiles(Repository.PathOf("schemas"), "*.yaml").Where(file => !file.EndsWith(".knowledge.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static string PathOf(string name) => Repository.PathOf("schemas", $"{name}.yaml");

    public static GenerationPlan Plan(string name, GenerationRequest? request = null) => Dataset.Open(PathOf(name)).Plan(request);

    public static async Task<RunManifest> WriteAsync(string name, string folder, RunOptions options, GenerationRequest? request = null) =>
        (await Plan(name, request).RunAsync(OutputTarget.Folder(folder), options, TestContext.Current.CancellationToken)).Manifest;

    /// <summary>Rows, content and rejections of each table: what nothing but schema, seed and row counts may change.</summary>
    public static string Cells(RunManifest manifest) => string.Join('\n', manifest.Tables.Select(table =>
        string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {table.Rows} rows, {table.Content}, {string.Join(", ", table.Rejected.Select(r => $"{r.Count} × {r.Code} {r.Rule}"))}")));

    /// <summary>The bytes of each file.</summary>
    public static string Bytes(RunManifest manifest) =>
        string.Join('\n', manifest.Tables.SelectMany(table => table.Files).Select(file => $"{file.Path}: {file.Bytes} {file.Sha256}"));
}
