using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Packages;

/// <summary>What lies in a package.</summary>
internal static class PackageFile
{
    public static byte[] Bytes(string package, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        ZipArchiveEntry found = archive.GetEntry(entry)
            ?? throw new InvalidOperationException($"{Path.GetFileName(package)} holds no {entry}, but:\n{string.Join('\n', archive.Entries.Select(one => one.FullName))}");
        using Stream stream = found.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string Text(string package, string entry)
    {
        using StreamReader reader = new(new MemoryStream(Bytes(package, entry)));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    public static bool IsCompiledAhead(string package, string entry)
    {
        using PEReader assembly = new(new MemoryStream(Bytes(package, entry)));
        return assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    /// <summary>Says which symbols belong to an assembly.</summary>
    public static Guid SymbolsOf(string package, string entry)
    {
        using PEReader assembly = new(new MemoryStream(Bytes(package, entry)));
        DebugDirectoryEntry written = assembly.ReadDebugDirectory().Single(one => one is { Type: DebugDirectoryEntryType.CodeView, IsPortableCodeView: true });
        return assembly.ReadCodeViewDebugDirectoryData(written).Guid;
    }

    /// <summary>Asserts that a package has its own README, licence, description and tags, and tells nothing of the machine it was made on.</summary>
    public static void AssertTellsWhatItIs(string package, string readme)
    {
        string name = Path.GetFileName(package)[..^$".{SynthData.Cli.ToolVersion.Text}.nupkg".Length];
        string written = Text(package, $"{name}.nuspec");
        XElement metadata = XDocument.Parse(written).Root!.Elements().Single();
        string Of(string element) => metadata.Elements().SingleOrDefault(one => one.Name.LocalName == element)?.Value ?? "";

        Assert.Equal(name, Of("id"));
        Assert.Equal("MIT", Of("license"));
        Assert.NotEqual("", Of("description"));
        Assert.Contains("synthetic-data", Of("tags"), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(readme).ReplaceLineEndings("\n"), Text(package, Of("readme")));
        Assert.DoesNotContain(Repository.Root, written, StringComparison.Ordinal);
    }
}
