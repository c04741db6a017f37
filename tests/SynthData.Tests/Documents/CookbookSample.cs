using Microsoft.Data.Sqlite;
using SynthData.Testing;

namespace SynthData.Tests.Documents;

/// <summary>The C# of <c>docs/cookbook/fixtures.md</c>, compiled and run: what stands between the marks is what the page shows.</summary>
public class CookbookSample : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string schemaPath;

    public CookbookSample() => schemaPath = folder.Write("library.yaml", FencedBlock.All(Page).Single(block => block.File == "library.yaml").Text);

    private static string Page => File.ReadAllText(Snapshots.Repository.PathOf("docs", "cookbook", "fixtures.md")).ReplaceLineEndings("\n");

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    // The page begins
    public record Loan(string Member, int Number, string Kind, string State, DateOnly Lent, DateOnly Due, DateOnly? Back, decimal Fine);

    [Fact]
    public void Only_late_loans_cost_money()
    {
        IReadOnlyList<Loan> loans = Fixture.Load<Loan>(schemaPath, rows: 50);

        Assert.Equal(50, loans.Count);
        Assert.All(loans, loan => Assert.Equal(loan.Back > loan.Due, loan.Fine > 0));
    }

    [Fact]
    public void A_lost_film_is_still_due()
    {
        Fixture library = Fixture.Open(schemaPath, new() { Pinned = { ["loans"] = [new { Kind = "film", State = "lost" }] } });

        Loan first = library.Rows<Loan>()[0];
        Assert.Equal(("film", "lost", null), (first.Kind, first.State, first.Back));
        Loan late = first with { Due = first.Lent };            // C#'s own, for one test
        Assert.Equal(late.Lent, late.Due);
    }

    [Fact]
    public void A_report_counts_every_loan()
    {
        using FixtureDatabase database = Fixture.Open(schemaPath).Sqlite();
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using SqliteCommand report = connection.CreateCommand();
        report.CommandText = "SELECT count(*) FROM loans JOIN members ON member = card";

        Assert.Equal(54L, report.ExecuteScalar());
    }

    // The page ends
    [Fact]
    public void The_page_shows_what_is_compiled()
    {
        string source = File.ReadAllText(Snapshots.Repository.PathOf("tests", "SynthData.Tests", "Documents", "CookbookSample.cs")).ReplaceLineEndings("\n");
        const string begins = "    // The page begins\n";
        int start = source.IndexOf(begins, StringComparison.Ordinal) + begins.Length;
        string compiled = source[start..source.IndexOf("    // The page ends\n", StringComparison.Ordinal)];
        string shown = FencedBlock.All(Page).Single(block => block.Language == "csharp").Text;
        // The class around the page's tests is this one.
        IEnumerable<string> inside = shown.Split('\n').Where(line => line is not ("public class LendingTests" or "{" or "}"));
        Assert.Equal(Lines(compiled), Lines(string.Join('\n', inside)));
    }

    private static string[] Lines(string code) =>
        [.. code.Replace("\"library.yaml\"", "schemaPath", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
