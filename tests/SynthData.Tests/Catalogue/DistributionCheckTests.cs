using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Tests.Catalogue;

public class DistributionCheckTests
{
    private static readonly SourcePosition Here = new("shop.yaml", 7, 9);

    private readonly DiagnosticBag bag = [];

    [Theory]
    [InlineData("uniform", "")]
    [InlineData("normal", "")]
    [InlineData("lognormal", "")]
    [InlineData("normal", "mean sd")]
    [InlineData("lognormal", "median p90")]
    [InlineData("lognormal", "median sigma")]
    [InlineData("exponential", "mean")]
    [InlineData("poisson", "?")]
    [InlineData("geometric", "?")]
    [InlineData("zipf", "?")]
    [InlineData("zipf", "s")]
    [InlineData("uniform", "min max")]
    [InlineData("gamma", "shape mean")]
    [InlineData("gamma", "shape scale")]
    [InlineData("beta", "alpha beta")]
    [InlineData("binomial", "n p")]
    [InlineData("pareto", "min alpha")]
    [InlineData("triangular", "mode")]
    [InlineData("triangular", "min mode max")]
    public void Every_distribution_of_the_language_is_found_in_a_range(string name, string parameters)
    {
        Assert.Equal(name, Find(name, parameters, ColumnType.Int64)?.Name);
        Assert.Empty(bag);
    }

    [Fact]
    public void An_unknown_distribution_is_refused_with_a_suggestion()
    {
        Assert.Null(Find("nomral", "", ColumnType.Int64));
        Assert.StartsWith("shop.yaml(7,9): error SD2210: Column 'orders.c' has the distribution 'nomral'", Single());
        Assert.Contains("Did you mean 'normal'?", Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("normal", "string")]
    [InlineData("poisson", "date")]
    [InlineData("zipf", "bool")]
    public void A_distribution_does_not_go_with_every_type(string name, string type)
    {
        Assert.True(ColumnType.TryParse(type, out ColumnType? columnType));
        Assert.Null(Find(name, "?", columnType.Value));
        Assert.Contains($"error SD2212: Column 'orders.c' has the type '{type}'", Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("normal", "mean sd skew", "skew")]
    [InlineData("normal", "?", "")]
    [InlineData("uniform", "low", "low")]
    public void A_parameter_it_does_not_have_is_refused(string name, string parameters, string unknown)
    {
        Assert.Null(Find(name, parameters, ColumnType.Int64));
        Assert.Contains(bag, found => found.Code == "SD2213" && found.Message.Contains($"the parameter '{unknown}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("normal", "mean", "sd")]
    [InlineData("lognormal", "p90", "median")]
    [InlineData("poisson", "", "mean")]
    [InlineData("gamma", "mean", "shape")]
    [InlineData("beta", "alpha", "beta")]
    public void A_parameter_that_is_missing_is_named(string name, string parameters, string missing)
    {
        Assert.Null(Find(name, parameters, ColumnType.Int64));
        Assert.Contains($"error SD2214: Column 'orders.c' gives '{name}' no '{missing}'", Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_range_even_a_normal_needs_its_parameters()
    {
        Assert.Null(Find("normal", "", ColumnType.Int64, isInRange: false));
        Assert.Equal(["SD2214", "SD2214"], bag.Select(found => found.Code));
    }

    [Fact]
    public void Two_parameters_for_one_thing_are_refused()
    {
        Assert.Null(Find("lognormal", "median p90 sigma", ColumnType.Int64));
        Assert.Contains("error SD2215: Column 'orders.c' gives 'lognormal' both 'p90' and 'sigma'", Single(), StringComparison.Ordinal);
    }

    private Distribution? Find(string name, string parameters, ColumnType type, bool isInRange = true)
    {
        ImmutableArray<DistributionParameter> written =
        [
            .. parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(parameter => new DistributionParameter(parameter == "?" ? "" : parameter, new SchemaScalar("2.4", IsQuoted: false, Here))),
        ];
        return DistributionCheck.Find(new DistributionSchema(name, written, Here), type, isInRange, "orders.c", bag);
    }

    private string Single() => Assert.Single(bag).ToString();
}
