using SynthData.SimulatedProvider;

try
{
    await using SimulatedServer provider = await SimulatedServer.StartAsync(ProgramOptions.Of(args));
    await Console.Out.WriteLineAsync($"Simulated provider at {provider.BaseUrl} (OpenAI's protocol) and {provider.AnthropicUrl} (Anthropic's) - end it with Ctrl-C.");
    await provider.WaitForShutdownAsync();
    return 0;
}
catch (ArgumentException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
