using SynthData.Tests.Cli;
using SynthData.Tests.Language;

namespace SynthData.Tests.Output.Databases;

/// <summary>Addresses of databases, and what is wrong with them: told before anything is made.</summary>
public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://me:secret@db.example/shop", 2, "SD8123", "PGPASSWORD")]
    [InlineData("postgresql://me@db.example/shop?password=secret", 2, "SD8123", "'db.example'")]
    [InlineData("postgres://me:secret@/shop", 5, "SD5104", "postgres://USER@HOST:PORT/DATABASE")]
    [InlineData("postgres://me@db.example/", 5, "SD5104", "postgres://USER@HOST:PORT/DATABASE")]
    [InlineData("postgres://me@db.example/shop?ssl=1", 5, "SD5104", "'ssl' is not one of sslmode")]
    [InlineData("postgres://me@127.0.0.1:1/shop", 5, "SD5140", "postgres://127.0.0.1:1/shop")]
    public async Task An_address_that_leads_nowhere_is_told_without_its_password(string url, int exitCode, string code, string words)
    {
        using var folder = new TemporaryFolder();
        string schema = folder.Write("shop.yaml", Made.Items("id: { sequence: 1 }"));

        CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", url);

        run.AssertRefused(exitCode, code, words);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "csv")]
    [InlineData("--compression", "gzip")]
    [InlineData("--overwrite", null)]
    [InlineData("--check", null)]
    [InlineData("--shard", "1/2")]
    public async Task What_only_files_have_is_refused_for_a_database(string option, string? value)
    {
        using var folder = new TemporaryFolder();
        string schema = folder.Write("shop.yaml", Made.Items("id: { sequence: 1 }"));

        CommandLine run = await CommandLine.RunAsync(["generate", schema, "-o", $"sqlite:{folder["a.db"]}", option, .. value is null ? Array.Empty<string>() : [value]]);

        run.AssertRefused(2, "SD8113", option);
    }

    [Theory]
    [InlineData("--create")]
    [InlineData("--truncate")]
    [InlineData("--append")]
    public async Task What_only_databases_have_is_refused_for_files(string option)
    {
        using var folder = new TemporaryFolder();
        string schema = folder.Write("shop.yaml", Made.Items("id: { sequence: 1 }"));

        (await CommandLine.RunAsync("generate", schema, "-o", folder["out"], option)).AssertRefused(2, "SD8117", option, "sqlite:FILE");
    }
}
