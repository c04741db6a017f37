using System.Runtime.CompilerServices;

namespace SynthData.Tests.Snapshots;

/// <summary>Compares a text with the file kept beside the test; rewrites the file when SYNTHDATA_UPDATE=1.</summary>
internal static class Snapshot
{
    // The name is the file's, without extension; the compiler gives the place of the test.
    public static void Match(string text, string name, [CallerFilePath] string testFile = "")
    {
        string actual = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        string path = Path.Combine(Path.GetDirectoryName(testFile)!, $"{name}.snapshot.txt");
        if (Environment.GetEnvironmentVariable("SYNTHDATA_UPDATE") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no snapshot {path}; run the tests with SYNTHDATA_UPDATE=1 and review it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
