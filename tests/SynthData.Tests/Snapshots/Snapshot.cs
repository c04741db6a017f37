using System.Runtime.CompilerServices;

namespace SynthData.Tests.Snapshots;

/// <summary>Compares a text a person sees with a checked-in file; <c>SYNTHDATA_UPDATE=1</c> rewrites the file.</summary>
internal static class Snapshot
{
    private static bool IsUpdate => Environment.GetEnvironmentVariable("SYNTHDATA_UPDATE") == "1";

    /// <summary>Compares with the file <c>NAME.txt</c> in this folder.</summary>
    public static void Match(string text, string name) => MatchFile(text, Path.Combine(Folder(), name + ".txt"));

    /// <summary>Compares with a file anywhere in the repository.</summary>
    public static void MatchFile(string text, string path)
    {
        string actual = text.ReplaceLineEndings("\n");
        if (IsUpdate)
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no {path}; run the test once with SYNTHDATA_UPDATE=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
