using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Testing;
using SynthData.Tests.Cli;
using SynthData.Tests.Language;
using SynthData.Tests.Snapshots;
using Bike = SynthData.Tests.Codegen.Generated.BikeShop;

namespace SynthData.Tests.Fixtures;

/// <summary>Types that <c>synthdata codegen</c> wrote.</summary>
public class GeneratedTypesTests
{
    [Fact]
    public void They_read_themselves_and_know_their_table()
    {
        string schema = Repository.PathOf("schemas", "bike-shop.yaml");
        Fixture shop = Fixture.Open(schema, new() { Rows = { ["customers"] = 30 } });
        Assert.Equal(shop.Plan.Read<Bike.Order>(), shop.Rows<Bike.Order>());
        Assert.Equal(shop.Plan.Read<Bike.Customer>(), shop.Rows<Bike.Customer>());
        Assert.Equal(50, Fixture.Load<Bike.Order>(schema, rows: 50).Count);
        Assert.Same(shop.Rows<Bike.Order>(), shop.Rows<Bike.Order>());
    }

    [Fact]
    public void Their_rows_are_pinned_as_a_whole()
    {
        string schema = Repository.PathOf("schemas", "bike-shop.yaml");
        Bike.Order wanted = Fixture.Load<Bike.Order>(schema, rows: 1)[0] with { Status = "open", ShippedAt = null };
        Assert.Equal(wanted, Fixture.Open(schema, new() { Pinned = { ["orders"] = [wanted] } }).Rows<Bike.Order>()[0]);
    }

    [Fact]
    public void What_other_parts_of_a_type_hold_is_no_column()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Items("a: { range: [1, 9] }\nb: { range: [1, 9] }"));
        Extended wanted = new() { Before = 7, A = 1, B = 2, Behind = 8 };
        Extended made = Fixture.Open(schema, new() { Pinned = { ["items"] = [wanted] } }).Rows<Extended>()[0];
        Assert.Equal((1L, 2L), (made.A, made.B));
    }

    [Fact]
    public void One_that_no_longer_matches_the_schema_is_told_column_by_column()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Items("a: { constant: x }\nb: { constant: 1 }"));
        Assert.Equal("SD8401", Assert.Single(Assert.Throws<SchemaException>(() => Fixture.Load<Outdated>(schema)).Diagnostics).Code);
    }

    [Fact]
    public void A_copy_of_the_example_names_the_runner_that_this_repository_names()
    {
        string here = File.ReadAllText(Repository.PathOf("global.json"));
        string there = File.ReadAllText(Repository.PathOf("examples", "fixture-tests", "global.json"));
        Assert.Equal(Runner(here), Runner(there));

        static string? Runner(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!["test"]!["runner"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_records_of_the_sample_project_are_what_codegen_writes()
    {
        CommandLine run = await CommandLine.RunAsync("codegen", Repository.PathOf("examples", "fixture-tests", "schema.yaml"), "-o", "-", "--namespace", "FixtureTests");
        Assert.True(run.ExitCode == 0, run.Error);
        Snapshot.MatchFile(run.Output, Repository.PathOf("examples", "fixture-tests", "Records.g.cs"));
    }

    private sealed record Outdated(string A) : ITableRow<Outdated>
    {
        public static string TableName => "items";

        public static ImmutableArray<RowColumn> Columns => [new RowColumn("a", ColumnKind.String)];

        public static Outdated Read(BatchRow row) => new(row.GetString(0));
    }

    /// <summary>Laid out as codegen writes types, between what parts in files before and behind hold.</summary>
    private sealed record Extended : ITableRow<Extended>
    {
        public long Before { get; init; }

        public required long A { get; init; }

        public required long B { get; init; }

        static string ITableRow<Extended>.TableName => "items";

        static ImmutableArray<RowColumn> ITableRow<Extended>.Columns => [new("a", ColumnKind.Int64), new("b", ColumnKind.Int64)];

        static Extended ITableRow<Extended>.Read(BatchRow row) => new() { A = row.GetInt64(0), B = row.GetInt64(1) };

        public long Behind { get; init; }
    }
}
