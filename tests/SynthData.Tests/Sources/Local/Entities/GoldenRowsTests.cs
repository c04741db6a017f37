using System.Globalization;
using SynthData.Catalogue;

namespace SynthData.Tests.Sources.Local.Entities;

/// <summary>Rows that <c>generator: 1</c> makes for ever.</summary>
public class GoldenRowsTests
{
    private static readonly long[] Rows = [0, 1, 1_000, 123_456_789_012];

    [Theory]
    [InlineData("en-US", "person.full_name", "Paula Brown | Kyle Singh | Jason Green | Kelly Bradley")]
    [InlineData("en-US", "person.email", "paula.brown@example.com | ksingh@example.com | jason.green@example.com | kelly.bradley@example.com")]
    [InlineData("en-US", "person.username", "paula.brown78 | kyle.singh | jason_green66 | kelly.bradley")]
    [InlineData("en-US", "place.longitude", "-74.00597 | -84.47772 | -104.83192 | -74.00597")]
    [InlineData("en-US", "place.full_address",
        "6267 Pleasant St, New York, NY 10278 | 6019 Center Way, Lexington, KY 40517 | 947 Liberty St, Aurora, CO 80012 | 221 Hickory Rd, New York, NY 10013")]
    [InlineData("en-US", "contact.phone", "(302) 555-0154 | (615) 555-0151 | (808) 555-0144 | (660) 555-0105")]
    [InlineData("en-US", "company.name",
        "Long Market LLC | Hidden Quill Medical Group LLC | White Pebble Health LLC | Johnson & Jimenez Electric LLC")]
    [InlineData("en-US", "company.domain",
        "long-market.example | hidden-quill-medical-group.example | white-pebble-health.example | johnson-jimenez-electric.example")]
    [InlineData("en-US", "internet.url",
        "https://www.happy-chair.example/honest-hazel-hawk | https://www.clear-robin.example/rich-compass-hawk | https://www.amber-island.example/green-dune-orchard | https://www.southern-cliff.example/bright-chair-sun")]
    [InlineData("en-US", "internet.ipv4", "89.61.230.44 | 217.243.150.8 | 116.131.252.92 | 187.47.254.95")]
    [InlineData("en-US", "internet.ipv6",
        "2001:db8:2409:6fc4:367d:4f05:ae1c:6ec6 | 2001:db8:4971:2a97:872a:91a0:f7b0:8f54 | 2001:db8:33d9:a344:69c2:b673:9283:605e | 2001:db8:22d:a11a:1193:c5a3:5f2f:317c")]
    [InlineData("en-US", "internet.mac", "02:02:78:a6:46:ce | 02:b3:7c:f0:f5:42 | 02:dd:75:3f:c9:8a | 02:2c:47:b7:51:59")]
    [InlineData("nl-NL", "person.full_name", "Elin van den Berg | Stijn Nguyen | Jacobus de Bruin | Sara van Hout")]
    [InlineData("nl-NL", "person.email",
        "elin.vandenberg@example.com | snguyen@example.com | jacobus.debruin@example.com | sara.vanhout@example.com")]
    [InlineData("nl-NL", "person.username", "elin.vandenberg78 | stijn.nguyen | jacobus_debruin66 | sara.vanhout")]
    [InlineData("nl-NL", "place.longitude", "4.88969 | 5.07083 | 4.82643 | 4.47917")]
    [InlineData("nl-NL", "place.full_address",
        "Bachlaan 150, 1077 MR Amsterdam | Irisstraat 144, 5145 BH Waalwijk | Thorbeckestraat 21, 1503 SX Zaandam | Merelstraat 3, 3029 NJ Rotterdam")]
    [InlineData("nl-NL", "contact.phone", "06 86736515 | 06 51767360 | 0316 393 758 | 06 44214476")]
    [InlineData("nl-NL", "company.name",
        "Koning Sport B.V. | Kalme Ster Zorg B.V. | Bakkerij Zonnige Sleutel B.V. | Rijschool Jansen & Hermans B.V.")]
    [InlineData("nl-NL", "company.domain",
        "koning-sport.example | kalme-ster-zorg.example | bakkerij-zonnige-sleutel.example | rijschool-jansen-hermans.example")]
    [InlineData("nl-NL", "internet.url",
        "https://www.jonge-dijk.example/kalme-laan-kruik | https://www.donkere-terp.example/ruige-fiets-kust | https://www.blauwe-linde.example/houten-heide-reiger | https://www.strakke-duif.example/dappere-dijk-vos")]
    public void Rows_are_these_for_ever(string locale, string type, string expected)
    {
        Assert.Equal(expected, string.Join(" | ", new EntityCells(locale, seed: 42, table: "customers").Of(type, Rows, [], [])));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void A_row_is_the_same_alone_and_among_others_in_any_order(string locale)
    {
        var cells = new EntityCells(locale);
        foreach (SemanticType type in SemanticTypes.All.Where(type => type.In(locale) is not null))
        {
            string[] forward = cells.Of(type.Name, 50);
            string[] backward = cells.Of(type.Name, [.. Enumerable.Range(0, 50).Select(row => 49L - row)], [], []);
            Assert.Equal(forward, backward.Reverse());
            Assert.Equal(forward[17], Assert.Single(cells.Of(type.Name, [17], [], [])));
        }
    }

    [Fact]
    public void Seeds_and_tables_and_draws_differ()
    {
        string[] rows = new EntityCells("nl-NL").Of("person.full_name", 20);
        long[] same = [.. Enumerable.Range(0, 20).Select(row => (long)row)];

        Assert.NotEqual(rows, new EntityCells("nl-NL", seed: 2).Of("person.full_name", 20));
        Assert.NotEqual(rows, new EntityCells("nl-NL", table: "orders").Of("person.full_name", 20));
        Assert.NotEqual(rows, new EntityCells("nl-NL").Of("person.full_name", same, [], [], draw: 1));
    }

    [Fact]
    public void The_culture_of_the_machine_has_no_part_in_it()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string[] types = ["person.email", "place.latitude", "company.domain", "place.full_address"];
        string[][] invariant = [.. types.Select(type => new EntityCells("nl-NL").Of(type, 200))];
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(invariant, types.Select(type => new EntityCells("nl-NL").Of(type, 200)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
