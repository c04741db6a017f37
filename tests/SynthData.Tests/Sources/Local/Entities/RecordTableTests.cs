using System.Security.Cryptography;
using SynthData.Catalogue;
using SynthData.Sources.Local.Entities;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Sources.Local.Entities;

public class RecordTableTests
{
    public static TheoryData<string> Files() =>
        [.. typeof(RecordTable).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Records/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => name["Records/".Length..^".txt".Length])];

    [Fact]
    public void The_records_are_those_of_the_promise()
    {
        IEnumerable<string> hashes = Files().Select(row => row.Data).Select(name =>
        {
            using Stream file = typeof(RecordTable).Assembly.GetManifestResourceStream($"Records/{name}.txt")!;
            return $"{Convert.ToHexStringLower(SHA256.HashData(file))}  {name}";
        });

        Snapshot.Match(string.Join('\n', hashes), "records");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_record_has_a_weight_and_every_field(string name)
    {
        RecordTable table = RecordTable.Of(name);

        Assert.All(table.Numbers("weight"), weight => Assert.InRange(weight, 1, 1_000_000));
        Assert.Equal(table.Count, table.Numbers("weight").Length);
        Assert.All(Fields(name), field => Assert.All(table.Field(field), text => Assert.NotEqual("", text)));
    }

    [Fact]
    public void A_row_tells_of_one_record_whichever_fields_are_asked_for()
    {
        var cells = new EntityCells("en-US");
        foreach (IGrouping<string, SemanticType> entity in SemanticTypes.All.Where(type => type.IsAnywhere).GroupBy(type => type.Entity))
        {
            if (!Files().Select(row => row.Data).Contains(entity.Key))
                continue;
            RecordTable table = RecordTable.Of(entity.Key);
            SemanticType[] types = [.. entity.Where(type => table.Has(Attribute(type), "en-US"))];
            HashSet<string> records = [.. Enumerable.Range(0, table.Count).Select(record => string.Join('|', types.Select(type => table.Field(Attribute(type))[record])))];
            string[][] columns = [.. types.Select(type => cells.Of(type.Name, 2_000))];

            Assert.All(Enumerable.Range(0, 2_000), row => Assert.Contains(string.Join('|', columns.Select(column => column[row])), records));
        }
    }

    [Fact]
    public void Heavy_records_are_frequent()
    {
        string[] methods = new EntityCells("en-US").Of("internet.http_method", 20_000);

        Assert.InRange(methods.Count(method => method == "GET"), 13_000, 14_400);
        Assert.InRange(methods.Count(method => method == "DELETE"), 280, 500);
    }

    private static string Attribute(SemanticType type) => type.Name[(type.Group.Length + 1)..];

    private static string[] Fields(string name)
    {
        using Stream file = typeof(RecordTable).Assembly.GetManifestResourceStream($"Records/{name}.txt")!;
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("weight", StringComparison.Ordinal))
                return line.Split('|', StringSplitOptions.TrimEntries);
        }

        throw new InvalidOperationException(name);
    }
}
