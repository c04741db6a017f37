using System.Diagnostics;
using System.Globalization;
using SynthData.Testing;
using SynthData.Tests.Codegen.Generated.BikeShop;

// Rows, milliseconds of the first load, milliseconds of processor time until then, and the median of a hundred loads after it.
var process = Process.GetCurrentProcess();
long begin = Stopwatch.GetTimestamp();
int rows = Load();
double first = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
process.Refresh();
double processor = process.TotalProcessorTime.TotalMilliseconds;

var next = new List<double>();
for (int round = 0; round < 100; round++)
{
    begin = Stopwatch.GetTimestamp();
    Load();
    next.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} {first} {processor} {next.Order().ElementAt(next.Count / 2)}"));

int Load()
{
    Fixture shop = Fixture.Open(args[0], new() { Rows = { ["customers"] = 6, ["products"] = 6 } });
    return shop.Rows<Customer>().Count + shop.Rows<Product>().Count + shop.Rows<Order>().Count + shop.Rows<Line>().Count;
}
