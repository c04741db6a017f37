using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SynthData.Manifest;
using SynthData.SimulatedProvider;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>Time decides when a call is sent, never what is asked.</summary>
public class SameRequestsTests
{
    [Theory]
    [InlineData()]
    [InlineData("--concurrency", "3")]
    [InlineData("--requests-per-minute", "600")]
    public async Task Latencies_and_refusals_that_differ_at_random_change_no_request_and_no_row(params string[] limits)
    {
        (string Contents, string[] Requests) expected = await RunAsync(seed: 0, []);
        for (int seed = 1; seed <= 2; seed++)
        {
            (string Contents, string[] Requests) run = await RunAsync(seed, limits);
            Assert.Equal(expected.Requests, run.Requests);
            Assert.Equal(expected.Contents, run.Contents);
        }
    }

    // What is wrong with an answer follows from what was asked; when it comes, and how often it is put off first, from the seed.
    private static async Task<(string Contents, string[] Requests)> RunAsync(int seed, string[] limits)
    {
        var tries = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await using ModelBench bench = await ModelBench.StartAsync(Script, (request, stop) => Task.Delay(Draw($"{seed}|{request.Body}|wait") % 8, stop));
        RunManifest made = await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", ["--rows", "products=60", .. limits]);
        return (ModelBench.Contents(made), [.. bench.Server.Requests.Select(request => request.Body).Distinct().Order(StringComparer.Ordinal)]);

        Fault? Script(RecordedRequest request)
        {
            int attempt = tries.AddOrUpdate(request.Body, 1, (_, count) => count + 1);
            if (attempt <= Draw($"{seed}|{request.Body}|refusals") % 3)
                return (Draw($"{seed}|{request.Body}|{attempt}") % 3) switch
                {
                    0 => new Fault.Status(429) { Header = ("Retry-After", "1") },
                    1 => new Fault.Status(529),
                    _ => new Fault.Status(429),
                };
            return Draw(request.Body) % 5 == 0 ? FaultMix.Steady[4 + (Draw(request.Body + "|fault") % (FaultMix.Steady.Length - 4))] : null;
        }
    }

    private static int Draw(string text) => BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
