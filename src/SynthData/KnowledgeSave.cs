using System.Text;
using SynthData.Compile;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Output;

namespace SynthData;

/// <summary>Writes a knowledge file: what stands beside it first, then the file beside its place, and there when it is whole.</summary>
internal static class KnowledgeSave
{
    /// <returns>False where the file says the same already.</returns>
    /// <exception cref="GenerationException">The folder or the disk refuses (SD5).</exception>
    public static bool Write(string path, KnowledgeDraft draft)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        byte[] bytes = Encoding.UTF8.GetBytes(draft.Text);
        try
        {
            if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
                return false;
            foreach (BesideFile file in draft.Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file.Path))!);
                WholeFile.Replace(Path.Combine(folder, file.Path), file.Bytes);
            }

            KnowledgeFile read = Read(path, draft.Text);
            WholeFile.Replace(path, bytes);
            RemoveOthers(path, folder, [.. read.Columns.SelectMany(column => column.Pools).Select(pool => pool.File?.Path).OfType<string>()]);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw OutputFailure.Of(refused, path);
        }
    }

    // What no reader takes is never put in the place of what one takes.
    private static KnowledgeFile Read(string path, string text)
    {
        var bag = new DiagnosticBag();
        KnowledgeFile? read = KnowledgeReader.ReadText(text, bag, path);
        return bag.FirstOrDefault(told => told.Severity == DiagnosticSeverity.Error) is { } wrong
            ? throw new InvalidOperationException($"What was to be written could not be read: {wrong}")
            : read!;
    }

    // Pools of the file before; only what has the name of a pool's file is ours.
    private static void RemoveOthers(string path, string folder, HashSet<string> named)
    {
        string beside = Path.Combine(folder, Path.GetFileNameWithoutExtension(path));
        if (!Directory.Exists(beside))
            return;
        foreach (string file in Directory.EnumerateFiles(beside, "*.yaml.gz").Where(file => !named.Contains($"{Path.GetFileName(beside)}/{Path.GetFileName(file)}")))
            File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(beside).Any())
            Directory.Delete(beside);
    }
}
