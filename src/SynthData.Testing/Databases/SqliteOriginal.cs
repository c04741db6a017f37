using Microsoft.Data.Sqlite;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Testing.Files;

namespace SynthData.Testing.Databases;

/// <summary>A SQLite file that was filled once in this process. Every test gets a copy of it, which takes a file's copying and no making.</summary>
internal sealed class SqliteOriginal
{
    private readonly string path;
    private readonly RunManifest manifest;

    /// <exception cref="Diagnostics.GenerationException">Rows cannot be made, or the file not be written (SD3 to SD5).</exception>
    public SqliteOriginal(GenerationPlan plan)
    {
        var folder = new ScratchFolder();                     // stays until the process ends
        path = Path.Combine(folder.Path, $"{plan.Dataset.Name}.db");
        try
        {
            manifest = Waiting.For(() => plan.WriteAsync(OutputTarget.Sqlite(path, new DatabaseOptions { Create = true })));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public FixtureDatabase Copy()
    {
        var own = new ScratchFolder();
        string copy = Path.Combine(own.Path, Path.GetFileName(path));
        File.Copy(path, copy);

        // A connection that is pooled keeps the file open, which some systems then do not remove.
        var settings = new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true, Pooling = false };
        return new FixtureDatabase(settings.ToString(), copy, manifest, own);
    }
}
