using System.Globalization;
using SynthData.SimulatedProvider;

int port = 5005;
int given = Array.IndexOf(args, "--port");
if (given >= 0 && given + 1 < args.Length)
    port = int.Parse(args[given + 1], CultureInfo.InvariantCulture);

await using SimulatedServer provider = await SimulatedServer.StartAsync(port: port);
await Console.Out.WriteLineAsync($"Simulated provider at {provider.BaseUrl} - end it with Ctrl-C.");
await provider.WaitForShutdownAsync();
