using System.Text;
using SynthData.Diagnostics;
using SynthData.Manifest;

namespace SynthData.Tests.Manifest;

public class ManifestJsonTests
{
    private const string FullText =
        """
        {
          "synthdata": 1,
          "dataset": "shop",
          "generator": 1,
          "tool": "0.1.0",
          "schema": {
            "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
          },
          "knowledge": {
            "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
          },
          "params": {
            "day": "2025-01-01",
            "～": "after",
            "\uD83D\uDEB2": "\"last\""
          },
          "seed": 18446744073709551615,
          "as_of": "2025-01-01",
          "options": {
            "format": "parquet",
            "compression": "zstd:fastest",
            "csvFormula": null,
            "rows": {
              "orders": 50
            },
            "scale": 1.5,
            "tables": [
              "orders"
            ],
            "text": "row",
            "model": "openai/x"
          },
          "shard": {
            "number": 2,
            "of": 8
          },
          "tables": [
            {
              "name": "orders",
              "rows": 3,
              "firstRow": 1,
              "content": "0000000000000000000000000000002a",
              "columns": [
                {
                  "name": "id",
                  "type": "int64",
                  "source": "sequence"
                },
                {
                  "name": "total",
                  "type": "decimal(2)",
                  "source": "expr"
                }
              ],
              "files": [
                {
                  "path": "orders.2-of-8.parquet",
                  "format": "parquet",
                  "rows": 3,
                  "bytes": 120,
                  "sha256": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
                }
              ],
              "rejected": [
                {
                  "code": "SD4001",
                  "rule": "total > 0",
                  "count": 7
                }
              ],
              "faulty": 1
            }
          ],
          "model": {
            "name": "openai/x",
            "calls": 3,
            "tokensIn": 1000,
            "tokensOut": 200
          }
        }

        """;

    [Fact]
    public void Prints_every_key_in_the_order_of_the_contract() =>
        Assert.Equal(FullText, Encoding.UTF8.GetString(ManifestJson.Print(ManifestTestData.Full)));

    [Fact]
    public void Absent_parts_are_null()
    {
        string text = Encoding.UTF8.GetString(ManifestJson.Print(ManifestTestData.Empty));
        Assert.Contains("\"knowledge\": null,\n  \"params\": {},\n", text, StringComparison.Ordinal);
        Assert.Contains("\"as_of\": null,", text, StringComparison.Ordinal);
        Assert.Contains("\"shard\": null,\n  \"tables\": [],\n  \"model\": null\n}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_back_what_it_prints()
    {
        foreach (RunManifest manifest in new[] { ManifestTestData.Full, ManifestTestData.Empty })
        {
            byte[] printed = ManifestJson.Print(manifest);
            Assert.Equal(printed, ManifestJson.Print(ManifestReader.Read(printed, "manifest.json")));
        }
    }

    [Fact]
    public void A_newer_version_is_refused()
    {
        byte[] newer = Encoding.UTF8.GetBytes(FullText.Replace("\"synthdata\": 1", "\"synthdata\": 2", StringComparison.Ordinal));
        var failure = Assert.Throws<GenerationException>(() => ManifestReader.Read(newer, "out/manifest.json"));
        Assert.Equal("SD5009", failure.Diagnostic.Code);
        Assert.Contains("'out/manifest.json' has version 2", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"synthdata\": 1}")]
    [InlineData("{\"synthdata\": 1, \"synthdata\": 1}")]
    [InlineData("{\"synthdata\": 1, \"dataset\": null}")]
    public void Anything_else_is_refused(string text)
    {
        var failure = Assert.Throws<GenerationException>(() => ManifestReader.Read(Encoding.UTF8.GetBytes(text), "m"));
        Assert.Equal("SD5008", failure.Diagnostic.Code);
    }

    [Theory]
    [InlineData("../orders.parquet")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\\\b")]
    [InlineData("..")]
    [InlineData("")]
    public void A_file_outside_the_folder_is_refused(string path)
    {
        byte[] text = Encoding.UTF8.GetBytes(FullText.Replace("orders.2-of-8.parquet", path, StringComparison.Ordinal));
        var failure = Assert.Throws<GenerationException>(() => ManifestReader.Read(text, "m"));
        Assert.Equal("SD5008", failure.Diagnostic.Code);
    }

    [Fact]
    public void A_content_that_is_no_hash_is_refused()
    {
        byte[] text = Encoding.UTF8.GetBytes(FullText.Replace("0000002a", "0000002A", StringComparison.Ordinal));
        Assert.Equal("SD5008", Assert.Throws<GenerationException>(() => ManifestReader.Read(text, "m")).Diagnostic.Code);
    }
}
