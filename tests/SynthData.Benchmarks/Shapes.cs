using SynthData.Output;

namespace SynthData.Benchmarks;

/// <summary>The contests on one processor: shape A as CSV and as Parquet, shape B, shape C.</summary>
/// <remarks>The columns in memory are made at the first run of who writes them, which is not counted.</remarks>
internal static class Shapes
{
    public static Contest PeopleCsv(int rows)
    {
        GenerationPlan plan = People(rows);
        var people = new Lazy<Task<PeopleColumns>>(() => PeopleColumns.MakeAsync(plan));
        Candidate ours = new("SynthData, CSV", rows, stream => WriteAsync(plan, "csv", stream));
        Candidate ceiling = new("CsvHelper, columns in memory", rows, async stream => await CsvCeiling.WriteAsync(await people.Value, stream));
        Candidate bogus = new("Bogus Faker<T> + CsvHelper", rows / 10, stream => BogusPeople.WriteAsync(rows / 10, stream));
        Candidate duckDb = new("DuckDB SQL + COPY, CSV", rows, _ => DuckDbPeople.WriteAsync(rows, "FORMAT csv, HEADER"));
        return new Contest(
            "A, CSV",
            $"11 columns, {rows:N0} rows (Bogus {rows / 10:N0}), 3 rules, no compression",
            [ours, ceiling, bogus, duckDb],
            [new Aim(ours, ceiling, 0.65), new Aim(ours, bogus, 22), new Aim(ours, duckDb, 1.6)]);
    }

    public static Contest PeopleParquet(int rows)
    {
        GenerationPlan plan = People(rows);
        var people = new Lazy<Task<PeopleColumns>>(() => PeopleColumns.MakeAsync(plan));
        Candidate ours = new("SynthData, Parquet", rows, stream => WriteAsync(plan, "parquet", stream));
        Candidate ceiling = new("Parquet.Net, columns in memory", rows, async stream => await ParquetCeiling.WriteAsync(await people.Value, stream));
        Candidate duckDb = new("DuckDB SQL + COPY, Parquet", rows, _ => DuckDbPeople.WriteAsync(rows, "FORMAT parquet, COMPRESSION snappy"));
        return new Contest(
            "A, Parquet",
            $"11 columns, {rows:N0} rows, 3 rules, snappy",
            [ours, ceiling, duckDb],
            [new Aim(ours, ceiling, 0.75), new Aim(ours, duckDb, 1.1)]);
    }

    public static Contest BikeShop(int customers)
    {
        GenerationPlan[] plans =
        [
            .. ((string[])["customers", "products", "orders", "lines"]).Select(table => Open("bike-shop.yaml", new GenerationRequest
            {
                Rows = { ["customers"] = customers, ["products"] = Math.Max(customers / 5, 10) },
                Tables = [table],
            })),
        ];
        long rows = plans.Sum(plan => plan.RowCount(plan.Request.Tables[0]));
        var held = new Lazy<Task<HeldTable[]>>(() => Task.WhenAll(plans.Select(plan => HeldTable.MakeAsync(plan, plan.Request.Tables[0]))));
        Candidate ours = new("SynthData, CSV", rows, async stream =>
        {
            foreach (GenerationPlan plan in plans)
                await WriteAsync(plan, "csv", stream);
        });
        Candidate ceiling = new("CsvHelper, columns in memory", rows, async stream =>
        {
            foreach (HeldTable table in await held.Value)
                await table.WriteCsvAsync(stream);
        });
        return new Contest(
            "B, bike-shop, CSV",
            $"4 tables one after the other, {rows:N0} rows, 2 rules, counts drawn, parents recomputed, no compression",
            [ours, ceiling],
            [new Aim(ours, ceiling, 0.45)]);
    }

    public static Contest Sales(int rows)
    {
        GenerationPlan plan = Open("sales.yaml", new GenerationRequest { Rows = { ["sales"] = rows }, Tables = ["sales"] });
        var held = new Lazy<Task<HeldTable>>(() => HeldTable.MakeAsync(plan, "sales"));
        Candidate ours = new("SynthData, CSV", rows, stream => WriteAsync(plan, "csv", stream));
        Candidate parquet = new("SynthData, Parquet", rows, stream => WriteAsync(plan, "parquet", stream));
        Candidate ceiling = new("CsvHelper, columns in memory", rows, async stream => await (await held.Value).WriteCsvAsync(stream));
        return new Contest(
            "C, sales, CSV",
            $"40 columns, {rows:N0} rows, 6 rules, two levels of parents read, no compression (Parquet snappy)",
            [ours, ceiling, parquet],
            [new Aim(ours, ceiling, 0)]);
    }

    public static GenerationPlan People(int rows) => Open("people.yaml", new GenerationRequest { Rows = { ["people"] = rows } });

    public static Task WriteAsync(GenerationPlan plan, string format, Stream stream, int threads = 1) =>
        plan.WriteAsync(OutputTarget.Stream(stream), new RunOptions { Format = format, Threads = threads });

    private static GenerationPlan Open(string schema, GenerationRequest request) =>
        Dataset.Open(Path.Combine(AppContext.BaseDirectory, schema)).Plan(request);
}
