using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Schema;

/// <summary>The YAML of the language's description, as it stands there, made whole around it.</summary>
public class LanguageBlocksTests
{
    [Fact]
    public void Section_1_the_top_of_a_file()
    {
        DatasetSchema schema = Read(
            """
            synthdata: 1            # language
            generator: 1            # data promise: same number, same data; default newest, written by `init`
            name: bike-shop         # [a-z0-9-]
            about: …                # for people and for the model
            locale: nl-NL           # BCP 47
            seed: 42
            as_of: 2025-01-01       # 'today', '-3y' count from here, never from the clock
            params: { day: 2025-01-01 }        # used as ${day} in any scalar; --set day=…
            tables: { items: { rows: 1, columns: { a: { constant: x } } } }
            """);

        Assert.Equal("bike-shop", schema.Name);
        Assert.Equal("…", schema.About);
        Assert.Equal(("nl-NL", 42UL, 1), (schema.Locale, schema.Seed, schema.Generator));
        Assert.Equal(new DateOnly(2025, 1, 1), schema.AsOf);
        Assert.Equal("2025-01-01", schema.Params["day"]);
    }

    [Fact]
    public void Section_2_the_counts()
    {
        string[] counts =
        [
            "3", "{ between: [1, 7] }", "{ poisson: 2.4 }", "{ 1: 60, 2: 25, 3: 15 }",
            "{ given: plan, values: { free: 2, team: { between: [5, 20] } } }", "seats", "{ 1: 40, 2: 32, exact: true }",
        ];

        Type[] shapes = [.. counts.Select(count => Count(count).Shape.All.Last().GetType())];

        Assert.Equal(
            [
                typeof(CountValue), typeof(CountBetween), typeof(CountDistribution), typeof(CountWeights), typeof(CountBetween),
                typeof(CountValue), typeof(CountWeights),
            ],
            shapes);
        Assert.True(Count(counts[6]).IsExact);
        Assert.Equal(["plan"], Count(counts[4]).Given.Select(given => given.Text));
    }

    [Theory]
    [InlineData("{ sequence: 1001 }", typeof(SequenceSource))]
    [InlineData("{ sequence: { start: 1_000, step: 10 } }", typeof(SequenceSource))]
    [InlineData("{ uuid: true }", typeof(UuidSource))]
    [InlineData("{ position: true }", typeof(PositionSource))]
    [InlineData("{ values: [no, on, 12:30, 0.10, 1_000] }", typeof(ValuesSource))]
    [InlineData("{ type: date, range: [-80y, -18y] }", typeof(RangeSource))]
    [InlineData("{ type: timestamp, before: shipped_at, within: [2h, 6d], distribution: lognormal }", typeof(OffsetSource))]
    [InlineData("{ semantic: person.full_name, given: sex }", typeof(SemanticSource))]
    [InlineData("{ pattern: '[A-Z]{2}-[0-9]{4}' }", typeof(PatternSource))]
    [InlineData("{ template: '{first} {n:000}' }", typeof(TemplateSource))]
    [InlineData("{ expr: quantity * price }", typeof(ExpressionSource))]
    [InlineData("{ object: { event: event, n: step * 2, tags: [a, { b: c }] } }", typeof(ObjectSource))]
    [InlineData("{ references: customers.id }", typeof(ReferenceSource))]
    [InlineData("{ prompt: true, about: A title, fallback: { constant: x } }", typeof(PromptSource))]
    [InlineData("{ constant: null }", typeof(ConstantSource))]
    [InlineData("{ type: double, distribution: { normal: { mean: 140, sd: 3 } } }", typeof(DistributionSource))]
    [InlineData("{ type: double, distribution: { lognormal: { median: 45, p90: 180 } } }", typeof(DistributionSource))]
    [InlineData("{ type: double, distribution: { exponential: { mean: 5 } } }", typeof(DistributionSource))]
    [InlineData("{ type: int64, distribution: { geometric: 0.3 } }", typeof(DistributionSource))]
    [InlineData("{ type: int64, cases: [ { when: a > 1, constant: 7 }, { when: a < 0, range: [1, 9], distribution: normal }, { else: { constant: 0 } } ] }",
        typeof(CasesSource))]
    [InlineData("{ type: 'decimal(10,2)', range: [0, 1], step: 0.05, to: customers.id, hidden: true, when: a > 1, nulls: { share: 10%, exact: true } }",
        typeof(RangeSource))]
    public void Section_3_the_sources(string column, Type source) => Assert.IsType(source, Column(column).Source, exactMatch: true);

    [Fact]
    public void Section_3_tuples_and_files()
    {
        ColumnSchema column = Read(Broken.Columns("\"code, title\": { given: department, tuples: { heart: [ [I10, Hypertension, 40] ], else: { file: codes.csv, weight: n } } }")).Tables[0].Columns[0];

        Assert.Equal(["code", "title"], column.Names);
        TuplesSource tuples = Assert.IsType<TuplesSource>(column.Source);
        Assert.Equal(40, tuples.Tuples.Cases[0].Value.Tuples[0].Weight);
        Assert.Equal(("codes.csv", "n"), (tuples.Tuples.Otherwise!.File!.Path, tuples.Tuples.Otherwise.File.Weight));
        ValuesSource values = Assert.IsType<ValuesSource>(Column("{ values: { file: cities.csv, column: city, weight: population } }").Source);
        Assert.Equal("city", Assert.Single(values.Values.Otherwise!.File!.Columns));
        Assert.Equal(2, Assert.IsType<ValuesSource>(Column("{ values: { file: 1, folder: 2 } }").Source).Values.Otherwise!.Values.Length);
    }

    [Theory]
    [InlineData("{ constant: x, faults: { typo: 1%, 'null': 0.5%, label: is_bad } }", "is_bad", 2)]
    [InlineData("{ references: customers.id, orphans: 1% }", "a_fault", 1)]
    [InlineData("{ references: customers.id, orphans: { share: 1%, label: is_bad } }", "is_bad", 1)]
    [InlineData("{ references: customers.id, orphans: 1%, faults: { duplicate: 2%, label: is_bad } }", "is_bad", 2)]
    public void Section_3_faults_and_their_label(string column, string label, int kinds)
    {
        ImmutableArray<ColumnSchema> columns = Read(Broken.Column(column)).Tables[0].Columns;

        Assert.Equal((label, kinds), (columns[0].Faults!.Label, columns[0].Faults!.Kinds.Length));
        Assert.Equal((label, typeof(FaultLabelSource)), (columns[1].Name, columns[1].Source!.GetType()));
    }

    [Fact]
    public void Section_3_a_composite_reference()
    {
        ColumnSchema column = Read(Broken.Columns("\"a, b\": { references: [t.x, t.y] }")).Tables[0].Columns[0];

        Assert.Equal(["a", "b"], column.Names);
        Assert.Equal(["x", "y"], Assert.IsType<ReferenceSource>(column.Source).Targets.Select(target => target.Column));
    }

    [Fact]
    public void Section_9_the_rules()
    {
        DatasetSchema schema = Read(
            """
            synthdata: 1
            name: shop
            tables:
              orders:
                rows: 800
                columns: { code: { constant: x } }
                rules:
                  - shipped_at is null or shipped_at >= ordered_at
                  - { name: no_bulk_bikes, check: "product.category <> 'bike' or quantity <= 2", why: Nobody buys five bikes. }
                  - { unique: [order, product] }
                  - { one_to_one: [code, title] }
                  - { depends: { title: code } }
                  - { share: "status = 'open'", is: 3%, within: 0.5% }
                  - { rows: { between: [800, 900] } }
            """);

        Assert.Equal(
            [typeof(CheckRule), typeof(CheckRule), typeof(UniqueRule), typeof(OneToOneRule), typeof(DependsRule), typeof(ShareRule), typeof(RowsRule)],
            schema.Tables[0].Rules.Select(rule => rule.GetType()));
        Assert.Equal("Nobody buys five bikes.", schema.Tables[0].Rules[1].Why);
        Assert.Equal((0.03m, 0.005m), (((ShareRule)schema.Tables[0].Rules[5]).Is, ((ShareRule)schema.Tables[0].Rules[5]).Within));
    }

    [Fact]
    public void Section_10_the_bike_shop()
    {
        DatasetSchema schema = Read(File.ReadAllText(Repository.PathOf("schemas", "bike-shop.yaml")));

        Assert.Equal(["customers", "products", "orders", "lines"], schema.Tables.Select(table => table.Name));
        Assert.Equal(1000, Assert.IsType<FixedRows>(schema.Tables[0].Rows).Count);
        var kind = Assert.IsType<ValuesSource>(schema.Tables[1].Columns[2].Source);
        Assert.Equal(["bike", "part", "clothing"], kind.Values.Cases.Select(one => one.Key[0].Text));
        Assert.Equal([5m, 2m, 3m], kind.Values.Cases[0].Value.Values.Select(value => value.Weight));
        var price = Assert.IsType<RangeSource>(schema.Tables[1].Columns[4].Source);
        Assert.Equal("lognormal", price.Distribution!.Cases[0].Value.Name);
        Assert.Equal("uniform", price.Distribution.Otherwise!.Name);
        Assert.Equal(["order", "number"], schema.Tables[3].Key);
        Assert.Equal("status <> 'open'", schema.Tables[2].Columns[4].When!.Text);
    }

    private static CountSchema Count(string count) =>
        Assert.IsType<RowsPer>(Read(Broken.Rows($"{{ per: customers, count: {count} }}")).Tables[0].Rows).Count;

    private static ColumnSchema Column(string definition) => Read(Broken.Column(definition)).Tables[0].Columns[0];

    private static DatasetSchema Read(string text)
    {
        var bag = new DiagnosticBag();
        DatasetSchema? schema = SchemaReader.ReadText(text, bag);
        Assert.Empty(bag.Select(diagnostic => diagnostic.ToString()));
        return schema!;
    }
}
