using System.Text;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Output;

namespace SynthData;

/// <summary>Writes a knowledge file: beside its place first, and there when it is whole.</summary>
internal static class KnowledgeSave
{
    /// <returns>False where the file says the same already.</returns>
    /// <exception cref="GenerationException">The folder or the disk refuses (SD5).</exception>
    public static bool Write(string path, string text)
    {
        var bag = new DiagnosticBag();
        KnowledgeReader.ReadText(text, bag, path);
        if (bag.FirstOrDefault(told => told.Severity == DiagnosticSeverity.Error) is { } wrong)
            throw new InvalidOperationException($"What was to be written could not be read: {wrong.Position?.Line}: {wrong.Message}");
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string fresh = path + ".new";
        try
        {
            if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
                return false;
            using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
            DirectorySync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw OutputFailure.Of(refused, path);
        }
    }
}
