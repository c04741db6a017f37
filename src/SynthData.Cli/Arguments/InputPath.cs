using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>Tells a path that is not there from one that is something else, and from one that may not be read.</summary>
internal static class InputPath
{
    /// <summary>Adds what stands in the way of reading a file.</summary>
    /// <param name="missing">What to say besides where nothing is there; with a leading blank.</param>
    /// <param name="opens">Whether to try and open it; a file under a lock has a message of its own.</param>
    /// <returns>Whether it is a pipe, which can be read once.</returns>
    public static bool AddUnlessFile(string path, DiagnosticBag bag, string missing = "", bool opens = true)
    {
        if (Directory.Exists(path))
            bag.Add(UsageDiagnostics.UnreadableFile, position: null, path, "it is a folder.");
        else if (!File.Exists(path) && !IsBehindClosedFolder(path))
            bag.Add(UsageDiagnostics.FileNotFound, position: null, path, missing);
        else
            return opens && IsPipe(path, bag);
        return false;
    }

    /// <summary>Adds what stands in the way of reading a folder.</summary>
    public static void AddUnlessFolder(string path, DiagnosticBag bag)
    {
        if (File.Exists(path))
            bag.Add(UsageDiagnostics.UnreadableFile, position: null, path, "it is a file, and a folder is expected.");
        else if (!Directory.Exists(path))
            bag.Add(UsageDiagnostics.FileNotFound, position: null, path, "");
        else
            AddIfRefused(path, bag, () => _ = Directory.EnumerateFileSystemEntries(path).Any());
    }

    /// <summary>Adds what stands in the way of reading a file, or a folder of files.</summary>
    public static void AddUnlessEither(string path, DiagnosticBag bag)
    {
        if (Directory.Exists(path))
            AddUnlessFolder(path, bag);
        else
            AddUnlessFile(path, bag);
    }

    // Where a folder may not be entered, nobody knows what is in it.
    private static bool IsBehindClosedFolder(string path)
    {
        try
        {
            if (path.Length > 0)
                _ = File.GetAttributes(path);
            return false;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused is UnauthorizedAccessException;
        }
    }

    private static bool IsPipe(string path, DiagnosticBag bag)
    {
        bool isPipe = false;
        AddIfRefused(path, bag, () =>
        {
            using FileStream opened = File.OpenRead(path);
            isPipe = !opened.CanSeek;
        });
        return isPipe;
    }

    private static void AddIfRefused(string path, DiagnosticBag bag, Action read)
    {
        try
        {
            read();
        }
        catch (FileNotFoundException)
        {
            bag.Add(UsageDiagnostics.UnreadableFile, position: null, path, "it is a link to something that is not there.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            bag.Add(UsageDiagnostics.UnreadableFile, position: null, path, refused.Message.EndsWith('.') ? refused.Message : $"{refused.Message}.");
        }
    }
}
