using System.Diagnostics;
using System.Globalization;
using SynthData;
using SynthData.Benchmarks;
using SynthData.Output;

// Eleven columns, three rules, one core; the candidates take turns, and what counts are the ratios of their medians.
// Arguments: rows (default 1,000,000) and rounds (default 5).
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
    Process.GetCurrentProcess().ProcessorAffinity = 1;

string schema = Path.Combine(AppContext.BaseDirectory, "people.yaml");
GenerationPlan plan = Dataset.Open(schema).Plan(new GenerationRequest { Rows = { ["people"] = rows } });
PeopleColumns people = await PeopleColumns.MakeAsync(plan);

Task SynthDataAsync(string format, Stream stream) =>
    plan.WriteAsync(OutputTarget.Stream(stream), new RunOptions { Format = format, Threads = 1 });

Candidate csv = new("SynthData, CSV", rows, stream => SynthDataAsync("csv", stream));
Candidate csvCeiling = new("CsvHelper, columns in memory", rows, stream => CsvCeiling.WriteAsync(people, stream));
Candidate bogus = new("Bogus Faker<T> + CsvHelper", rows / 10, stream => BogusPeople.WriteAsync(rows / 10, stream));
Candidate parquet = new("SynthData, Parquet snappy", rows, stream => SynthDataAsync("parquet", stream));
Candidate parquetCeiling = new("Parquet.Net, columns in memory", rows, stream => ParquetCeiling.WriteAsync(people, stream));
Candidate[] candidates = [csv, csvCeiling, bogus, parquet, parquetCeiling];
if (args.Length > 2)
    candidates = [.. candidates.Where(candidate => candidate.Name.Contains(args[2], StringComparison.Ordinal))];

for (int round = 0; round <= rounds; round++)
{
    foreach (Candidate candidate in candidates)
        await candidate.RunAsync(isWarmUp: round == 0);
}

Console.WriteLine($"{PeopleColumns.Names.Length} columns, {rows:N0} rows (Bogus {rows / 10:N0}), 3 rules on, one core, bytes counted and dropped; medians of {rounds} rounds, candidates in turn");
Console.WriteLine($"{"",-32}{"rows/s",12}{"MB/s",8}{"bytes/row",11}{"allocated/row",15}");
foreach (Candidate candidate in candidates)
{
    double bytes = candidate.Bytes / (double)candidate.Rows;
    Console.WriteLine($"{candidate.Name,-32}{candidate.Speed,12:N0}{candidate.Speed * bytes / 1e6,8:N0}{bytes,11:N1}{candidate.Allocated,15:N1}");
}

Console.WriteLine();
Console.WriteLine($"CSV:     {csv.Speed / csvCeiling.Speed:0.00} of the writer alone, {csv.Speed / bogus.Speed:0.0} times Bogus");
Console.WriteLine($"Parquet: {parquet.Speed / parquetCeiling.Speed:0.00} of the writer alone");
return 0;
