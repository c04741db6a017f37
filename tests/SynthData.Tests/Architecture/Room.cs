namespace SynthData.Tests.Architecture;

/// <summary>A room of the house: a folder with a place in the order of ARCHITECTURE.md. A room sees only rooms with a higher rank.</summary>
/// <remarks>A room that is a house of its own orders its rooms by part: they see those of a higher one.</remarks>
internal sealed record Room(string Folder, int Rank, int Part = 0)
{
    private static readonly Room Root = new("", 0);

    private static readonly Room[] All =
    [
        new("Run", 1), new("Compile", 1), new("Output", 1), new("Output/Csv", 1), new("Output/Parquet", 1), new("Output/Json", 1), new("Output/Sql", 1),
        new("Output/Databases", 1), new("Output/Databases/Sqlite", 1), new("Output/Databases/Postgres", 1), new("Comparing", 1),
        new("Sources", 2), new("Sources/Local", 2), new("Sources/Knowledge", 2), new("Sources/Model", 2), new("Rules", 2), new("Output/Zstd", 2),
        new("Sources/Model/Sending", 2, 1), new("Sources/Model/Prompts", 2, 2), new("Sources/Model/Journals", 2, 3), new("Sources/Model/Replies", 2, 4),
        new("Sources/Model/Providers", 2, 5), new("Sources/Model/Variety", 2, 5), new("Sources/Model/Tokens", 2, 5),
        new("Planning", 3), new("Catalogue", 4), new("Expressions", 5), new("Batches", 6), new("Manifest", 7), new("Numerics", 8),
        new("Knowledge", 9), new("Jobs", 9), new("Schema", 10), new("Diagnostics", 11),
    ];

    /// <summary>Finds the room a folder belongs to; null for a folder that is in no room.</summary>
    public static Room? OfFolder(string folder)
    {
        if (folder.Length == 0)
            return Root;
        return All.Where(room => IsWithin(folder, room.Folder)).MaxBy(room => room.Folder.Length);
    }

    /// <summary>Finds the room of a namespace or a name in it, such as <c>SynthData.Output.Csv.CsvTableWriter</c>.</summary>
    public static Room OfName(string name) => OfFolder(name["SynthData".Length..].TrimStart('.').Replace('.', '/')) ?? Root;

    /// <summary>Whether files here may use names of another room.</summary>
    public bool Sees(Room other) =>
        other == this || other.Rank > Rank || (other.Folder.Length > 0 && IsWithin(Folder, other.Folder)) || (other.House == House && other.Part > Part);

    // The room that is a house of its own: Sources/Model for what lies in it.
    private string House => string.Join('/', Folder.Split('/').Take(2));

    private static bool IsWithin(string folder, string room) => folder == room || folder.StartsWith(room + "/", StringComparison.Ordinal);
}
