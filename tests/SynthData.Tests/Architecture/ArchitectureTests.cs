namespace SynthData.Tests.Architecture;

public class ArchitectureTests
{
    /// <summary>Each outside package and the folders that may name it; a star is anywhere.</summary>
    private static readonly (string Package, string[] Folders)[] Packages =
    [
        ("YamlDotNet", ["Schema"]),
        ("CsvHelper", ["Output/Csv"]),
        ("Parquet", ["Output/Parquet"]),
        ("ZstdSharp", ["Output/Zstd"]),
        ("Microsoft.Data.Sqlite", ["Output/Databases/Sqlite"]),
        ("SQLitePCL", ["Output/Databases/Sqlite"]),
        ("Npgsql", ["Output/Databases/Postgres"]),
        ("Polly", ["Sources/Model"]),
        ("Microsoft.ML.Tokenizers", ["Sources/Model/Tokens"]),
        ("OpenAI", ["Sources/Model/Providers"]),
        ("Anthropic", ["Sources/Model/Providers"]),
        ("System.ClientModel", ["Sources/Model"]),
        ("Microsoft.Extensions.AI", ["", "Sources/Model"]),
        ("Microsoft.Extensions.Logging", ["*"]),
    ];

    [Fact]
    public void Every_folder_is_a_room_of_the_house() =>
        Assert.All(SourceFile.Library, file => Assert.True(Room.OfFolder(file.Folder) is not null, $"{file.Path} lies in no room"));

    [Fact]
    public void Every_namespace_is_its_folder() => Assert.All(SourceFile.Library.Where(file => file.Namespace is not null), file =>
        Assert.Equal(file.Folder.Length == 0 ? "SynthData" : $"SynthData.{file.Folder.Replace('/', '.')}", file.Namespace));

    [Fact]
    public void No_folder_uses_one_with_a_lower_or_the_same_number()
    {
        string[] wrong =
        [
            .. from file in SourceFile.Library
               let room = Room.OfFolder(file.Folder)
               from name in file.Used
               where name.StartsWith("SynthData.", StringComparison.Ordinal)
               let used = Room.OfName(name)
               where !room.Sees(used)
               select $"{file.Path} uses {name}",
        ];
        Assert.Empty(wrong);
    }

    [Fact]
    public void One_package_lives_in_one_folder()
    {
        string[] wrong =
        [
            .. from file in SourceFile.Library
               from name in file.Used
               where !IsOurs(name) && !MayUse(file.Folder, name)
               select $"{file.Path} uses {name}",
        ];
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Planning", "SynthData.Schema", true)]
    [InlineData("Schema", "SynthData.Planning", false)]
    [InlineData("Output/Csv", "SynthData.Output", true)]
    [InlineData("Output/Csv", "SynthData.Output.Json", false)]
    [InlineData("Output", "SynthData.Output.Csv", false)]
    [InlineData("Sources/Local", "SynthData.Sources.Model", false)]
    [InlineData("Sources/Local/Entities", "SynthData.Sources.Local", true)]
    [InlineData("Sources/Model", "SynthData.Rules", false)]
    [InlineData("Sources/Model", "SynthData.Sources.Model.Sending", true)]
    [InlineData("Sources/Model/Journals", "SynthData.Sources.Model.Sending", false)]
    [InlineData("Sources/Local", "SynthData.Sources.Model.Providers", false)]
    [InlineData("Run", "SynthData.Output", false)]
    [InlineData("Run", "SynthData.Sources.Local.Sequence", true)]
    [InlineData("Run", "SynthData.RunOptions", false)]
    [InlineData("", "SynthData.Output.Csv", true)]
    public void The_arrows_are_those_of_the_picture(string folder, string name, bool isSeen) =>
        Assert.Equal(isSeen, Room.OfFolder(folder)!.Sees(Room.OfName(name)));

    private static bool IsOurs(string name) =>
        name == "SynthData" || name.StartsWith("SynthData.", StringComparison.Ordinal)
        || ((name == "System" || name.StartsWith("System.", StringComparison.Ordinal)) && !name.StartsWith("System.ClientModel", StringComparison.Ordinal));

    // A package nobody listed may live nowhere.
    private static bool MayUse(string folder, string name) => Packages.Any(known =>
        (name == known.Package || name.StartsWith(known.Package + ".", StringComparison.Ordinal))
        && known.Folders.Any(allowed => allowed == "*" || folder == allowed || (allowed.Length > 0 && folder.StartsWith(allowed + "/", StringComparison.Ordinal))));
}
