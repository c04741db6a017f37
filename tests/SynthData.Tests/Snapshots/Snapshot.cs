using System.Runtime.CompilerServices;

namespace SynthData.Tests.Snapshots;

/// <summary>Compares a text with a checked-in file; rewrites the file when SYNTHDATA_UPDATE=1.</summary>
internal static class Snapshot
{
    /// <summary>Compares with <c>NAME.snapshot.txt</c> beside the test; the compiler gives the test's place.</summary>
    public static void Match(string text, string name, [CallerFilePath] string testFile = "") =>
        MatchFile(text, Path.Combine(Path.GetDirectoryName(testFile)!, $"{name}.snapshot.txt"));

    /// <summary>Compares with a file anywhere in the repository.</summary>
    public static void MatchFile(string text, string path)
    {
        string actual = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("SYNTHDATA_UPDATE") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no {path}; run the tests with SYNTHDATA_UPDATE=1 and review what they write.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
