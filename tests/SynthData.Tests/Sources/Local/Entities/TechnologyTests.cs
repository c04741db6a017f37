using System.Net;

namespace SynthData.Tests.Sources.Local.Entities;

public class TechnologyTests
{
    private const int Rows = 5_000;

    private readonly EntityCells cells = new("en-US");

    [Fact]
    public void Digests_have_their_digits_in_lower_case()
    {
        Assert.All(cells.Of("internet.md5", Rows), text => Assert.Matches("^[0-9a-f]{32}$", text));
        Assert.All(cells.Of("internet.sha1", Rows), text => Assert.Matches("^[0-9a-f]{40}$", text));
        Assert.All(cells.Of("internet.sha256", Rows), text => Assert.Matches("^[0-9a-f]{64}$", text));
    }

    [Fact]
    public void Documentation_has_three_networks_and_each_of_their_hosts_once()
    {
        string[] hosts = cells.Unique("internet.ipv4_documentation", [.. Enumerable.Range(0, 762).Select(tag => (long)tag)]);

        Assert.Equal(762, hosts.Distinct().Count());
        Assert.All(hosts, host => Assert.Matches("^(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.[1-9][0-9]{0,2}$", host));
        Assert.All(hosts, host => Assert.InRange(IPAddress.Parse(host).GetAddressBytes()[3], 1, 254));
    }

    [Fact]
    public void Private_addresses_are_those_of_the_three_private_networks()
    {
        string[] drawn = cells.Of("internet.ipv4_private", Rows);
        string[] ends = cells.Unique("internet.ipv4_private", [0, 1]);

        Assert.All([.. drawn, .. ends], text => Assert.True(IsPrivate(IPAddress.Parse(text)), text));
        Assert.All(cells.Of("internet.cidr", Rows), text =>
        {
            IPNetwork network = IPNetwork.Parse(text);
            Assert.Equal(24, network.PrefixLength);
            Assert.True(IsPrivate(network.BaseAddress), text);
        });
    }

    [Fact]
    public void Files_end_in_their_extension()
    {
        string[] names = cells.Of("internet.file_name", Rows);
        string[] extensions = cells.Of("internet.file_extension", Rows);

        Assert.All(names.Zip(extensions), pair => Assert.EndsWith($".{pair.Second}", pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public void Equipment_numbers_are_of_test_devices_and_their_digits_sum_up()
    {
        // TS 23.003, Annex B: double every second digit from the right, add the digits of all; the sum ends in 0.
        Assert.True(Sums("490154203237518"));
        Assert.All(cells.Of("technology.imei", Rows), text =>
        {
            Assert.Matches("^001[0-9]{12}$", text);
            Assert.True(Sums(text), text);
        });

        static bool Sums(string digits) => digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 2)).Sum(part => (part / 10) + (part % 10)) % 10 == 0;
    }

    [Fact]
    public void Versions_are_semantic_ones()
    {
        const string number = "(0|[1-9][0-9]*)";
        string[] versions = cells.Of("technology.semver", Rows);

        Assert.All(versions, text => Assert.Matches($"^{number}\\.{number}\\.{number}(-(alpha|beta|rc)\\.[1-9])?$", text));
        Assert.InRange(versions.Count(text => text.Contains('-', StringComparison.Ordinal)), 400, 600);
    }

    [Fact]
    public void A_commit_s_short_hash_begins_its_long_one_and_an_identifier_ends_in_its_program_s_name()
    {
        Assert.All(cells.Of("technology.git_sha", Rows).Zip(cells.Of("technology.git_short_sha", Rows)), pair => Assert.Equal(pair.First[..7], pair.Second));
        Assert.All(cells.Of("technology.app_name", Rows).Zip(cells.Of("technology.app_id", Rows)), pair =>
        {
            Assert.Matches("^[A-Z][a-z]{2,11}$", pair.First);
            Assert.Equal($"com.example.{pair.First.ToLowerInvariant()}", pair.Second);
        });
        Assert.All(cells.Of("technology.git_branch", Rows), text => Assert.Matches("^(feature|fix|chore|docs|refactor|hotfix)/[A-Z]{2}-[0-9]{1,4}$", text));
    }

    private static bool IsPrivate(IPAddress address) => address.GetAddressBytes() switch
    {
        [10, ..] => true,
        [172, >= 16 and <= 31, ..] => true,
        [192, 168, ..] => true,
        _ => false,
    };
}
