using System.Collections.Immutable;
using System.Text;
using SynthData.Diagnostics;
using SynthData.Output;

namespace SynthData.Cli.Starters;

/// <summary>Writes a schema to start from, and what belongs beside it: all files or none.</summary>
internal static class StarterFiles
{
    /// <summary>Beside the schema for editors, by the name that the schema's first line gives.</summary>
    private const string EditorFile = "synthdata.schema.json";

    /// <summary>Writes the files that are not there.</summary>
    /// <returns>The paths written, the schema first.</returns>
    /// <exception cref="GenerationException">A file exists (SD8503), or cannot be written (SD5).</exception>
    public static ImmutableArray<string> Write(StarterSchema starter, string path)
    {
        string editor = Path.Combine(Path.GetDirectoryName(path) ?? "", EditorFile);
        List<(string Path, string Text)> files = [(path, starter.Text)];
        if (starter.Knowledge is { } knowledge)
            files.Add((Dataset.KnowledgePath(path), knowledge));
        foreach ((string taken, _) in files.Where(file => Path.Exists(file.Path)))
            throw new GenerationException(InitDiagnostics.FileExists.At(position: null, taken));
        // One is enough for all schemas of a folder, and another version's may be there on purpose.
        if (!Path.Exists(editor))
            files.Add((editor, ShippedText.Read(EditorFile)));

        WriteAll(files);
        return [.. files.Select(file => file.Path)];
    }

    private static void WriteAll(List<(string Path, string Text)> files)
    {
        List<string> written = [];
        try
        {
            foreach ((string path, string text) in files)
                Write(path, text, written);
        }
        catch
        {
            written.ForEach(File.Delete);
            throw;
        }
    }

    private static void Write(string path, string text, List<string> written)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
            written.Add(path);
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw OutputFailure.Of(refused, path);
        }
    }
}
