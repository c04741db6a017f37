using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SynthData.Batches;

namespace SynthData.Tests.Output.Sql;

/// <summary>PostgreSQL's own shell over a database of its own, which goes with this.</summary>
internal sealed class Psql : IDisposable
{
    private const char EndOfRow = '\u001E';
    private const char EndOfCell = '\u001F';

    private readonly string server;
    private readonly string database = $"scripts_{Guid.CreateVersion7():N}";

    private Psql(string server) => this.server = server;

    /// <summary>Opens one; skips the test where there is no server or no shell.</summary>
    public static Psql Open()
    {
        string server = Environment.GetEnvironmentVariable("SYNTHDATA_POSTGRES") ?? "";
        Assert.SkipWhen(server.Length == 0, "There is no PostgreSQL: SYNTHDATA_POSTGRES is not set.");
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "psql"))),
            "There is no psql on the path.");
        var psql = new Psql(server);
        Ask(server, "-c", $"CREATE DATABASE {psql.database}");
        return psql;
    }

    /// <summary>Runs a script as a person would.</summary>
    public void Run(string path) => Ask(Url, "-v", "ON_ERROR_STOP=1", "-f", path);

    /// <summary>The cells of a table, spelled as CSV spells them, sorted; null is <c>NULL</c>.</summary>
    public List<string> Rows(string table, ImmutableArray<BatchColumn> columns)
    {
        string names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        string answer = Ask(Url, "-At", "-R", $"{EndOfRow}", "-F", $"{EndOfCell}", "-P", "null=NULL", "-c", $"SELECT {names} FROM \"{table}\"");
        return
        [
            .. answer.TrimEnd('\n').Split(EndOfRow, StringSplitOptions.RemoveEmptyEntries)
                .Select(row => string.Join('|', row.Split(EndOfCell).Select((cell, index) => cell == "NULL" ? cell : ScriptDatabase.Spelled(cell, columns[index].Type))))
                .Order(StringComparer.Ordinal),
        ];
    }

    public void Dispose() => Ask(server, "-c", $"DROP DATABASE {database} WITH (FORCE)");

    private string Url => $"{server[..server.LastIndexOf('/')]}/{database}";

    private static string Ask(string url, params string[] arguments)
    {
        var start = new ProcessStartInfo("psql", ["-X", "-q", url, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGCLIENTENCODING"] = "UTF8";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"psql ended with {process.ExitCode}: {error.Result}"));
        return output;
    }
}
