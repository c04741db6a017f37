using System.Net;

namespace SynthData.Tests.Sources.Local.Entities;

public class InternetTests
{
    private const int Rows = 5_000;

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void Pages_lie_on_the_row_s_domain_and_end_in_its_slug(string locale)
    {
        var cells = new EntityCells(locale);
        string[] domain = cells.Of("internet.domain", Rows);
        string[] slug = cells.Of("internet.slug", Rows);

        Assert.Equal(domain.Zip(slug, (host, page) => $"https://www.{host}/{page}"), cells.Of("internet.url", Rows));
        Assert.All(domain, host => Assert.Matches("^[a-z]+-[a-z]+\\.example$", host));
    }

    [Fact]
    public void Addresses_of_version_4_are_public()
    {
        Assert.All(new EntityCells("en-US").Of("internet.ipv4", Rows), text =>
        {
            byte[] bytes = IPAddress.Parse(text).GetAddressBytes();
            Assert.False(bytes[0] is 0 or 10 or 100 or 127 or 169 or 172 or 192 or 198 or 203 or >= 224);
            Assert.InRange(bytes[3], 1, 254);
        });
    }

    [Fact]
    public void Addresses_of_version_6_lie_in_the_network_for_documentation()
    {
        Assert.All(new EntityCells("en-US").Of("internet.ipv6", Rows), text =>
        {
            Assert.StartsWith("2001:db8:", text);
            Assert.Equal([0x20, 0x01, 0x0d, 0xb8], IPAddress.Parse(text).GetAddressBytes()[..4]);
        });
    }

    [Fact]
    public void Hardware_addresses_are_locally_administered()
    {
        Assert.All(new EntityCells("en-US").Of("internet.mac", Rows), text => Assert.Matches("^02(:[0-9a-f]{2}){5}$", text));
    }

    [Fact]
    public void Browsers_differ()
    {
        Assert.InRange(new EntityCells("nl-NL").Of("internet.user_agent", Rows).Distinct().Count(), 15, 30);
    }
}
