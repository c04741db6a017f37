using Microsoft.Extensions.AI;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Providers;

namespace SynthData.Tests.Sources.Model.Providers;

public class ChatClientsTests
{
    [Theory]
    [InlineData("gpt-4o", "SD8001")]
    [InlineData("/gpt-4o", "SD8001")]
    [InlineData("openai/", "SD8001")]
    public void A_model_without_a_provider_is_refused(string name, string code) =>
        Assert.Equal(code, CodeOf(() => ModelName.Parse(name)));

    [Fact]
    public void A_model_name_may_hold_slashes_and_colons() =>
        Assert.Equal(new ModelName("openai", "meta/llama:8b"), ModelName.Parse("OpenAI/meta/llama:8b"));

    [Fact]
    public void An_unknown_provider_is_refused_with_a_suggestion()
    {
        SchemaException exception = Assert.Throws<SchemaException>(() => Open("olama/llama3"));

        Assert.Equal("SD8002", exception.Diagnostics[0].Code);
        Assert.Contains("Did you mean 'ollama'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_is_refused_but_not_for_a_server_on_this_machine()
    {
        Assert.Equal("SD8003", CodeOf(() => Open("openai/gpt-4o")));
        Assert.Equal("SD8003", CodeOf(() => Open("openai/gpt-4o", "https://api.example.com/v1")));
        Assert.Equal("openai/local", Open("openai/local", "http://localhost:8000/v1").Name);
    }

    [Fact]
    public void A_key_comes_from_a_file_as_well()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "sk-from-file\n");
            ChatConnection connection = Open("openai/gpt-4o", null, ("OPENAI_API_KEY_FILE", path));
            Assert.Equal("said ***", connection.Scrub("said sk-from-file"));
            File.WriteAllText(path, " ");
            Assert.Equal("SD8004", CodeOf(() => Open("openai/gpt-4o", null, ("OPENAI_API_KEY_FILE", path))));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal("SD8004", CodeOf(() => Open("openai/gpt-4o", null, ("OPENAI_API_KEY_FILE", path))));
    }

    [Fact]
    public void A_url_with_a_password_is_refused_without_repeating_it()
    {
        SchemaException exception = Assert.Throws<SchemaException>(() => Open("openai/x", "http://me:hunter2@localhost/v1"));

        Assert.Equal("SD8005", exception.Diagnostics[0].Code);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:8000")]
    [InlineData("ftp://localhost/v1")]
    [InlineData("not a url")]
    public void A_base_url_that_is_none_is_refused(string url) =>
        Assert.Equal("SD8006", CodeOf(() => Open("openai/x", url)));

    [Theory]
    [InlineData(null, "http://localhost:11434/v1")]
    [InlineData("gpu-box", "http://gpu-box:11434/v1")]
    [InlineData("10.0.0.5:9000", "http://10.0.0.5:9000/v1")]
    [InlineData("https://ollama.example.com", "https://ollama.example.com/v1")]
    [InlineData("http://localhost:11434/v1", "http://localhost:11434/v1")]
    public void Ollama_is_found_where_its_own_variable_says(string? host, string expected) =>
        Assert.Equal(new Uri(expected), UrlOf(Open("ollama/llama3.2", null, ("OLLAMA_HOST", host))));

    [Fact]
    public void The_argument_goes_before_the_environment()
    {
        (string, string?)[] environment = [("OPENAI_BASE_URL", "http://localhost:1/v1"), ("OPENAI_API_KEY", "k")];

        Assert.Equal(new Uri("http://localhost:1/v1"), UrlOf(Open("openai/x", null, environment)));
        Assert.Equal(new Uri("http://localhost:2/v1"), UrlOf(Open("openai/x", "http://localhost:2/v1", environment)));
    }

    private static Uri? UrlOf(ChatConnection connection) =>
        ((ChatClientMetadata)connection.Client.GetService(typeof(ChatClientMetadata))!).ProviderUri;

    private static ChatConnection Open(string model, string? baseUrl = null, params (string Name, string? Value)[] environment) => ChatClients.Open(
        ModelName.Parse(model), baseUrl, name => environment.FirstOrDefault(variable => variable.Name == name).Value, TimeProvider.System);

    private static string CodeOf(Func<object?> action) => Assert.Throws<SchemaException>(action).Diagnostics[0].Code;

    [Theory]
    [InlineData("x")]
    [InlineData("test")]
    [InlineData("not-needed")]
    public void A_word_that_stands_for_a_key_is_left_in_what_a_model_writes(string word)
    {
        ChatConnection connection = ChatClients.Open(new ModelName("openai", "m"), "http://127.0.0.1:9/v1", name => name == "OPENAI_API_KEY" ? word : null, TimeProvider.System);
        using (connection.Client)
        {
            Assert.False(connection.Leaks($"a text of {word}"));
            Assert.Equal($"a text of {word}", connection.Scrub($"a text of {word}"));
        }
    }
}
