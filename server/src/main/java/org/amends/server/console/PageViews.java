package org.amends.server.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes pages of templates: the view {@code relationship/list} is {@code src/main/jte/relationship/list.jte}. */
@Configuration(proxyBeanMethods = false)
class PageViews implements WebMvcConfigurer {

    private final Framing framing;

    PageViews(Framing framing) {
        this.framing = framing;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(framing);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ReaderTextsArgument());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Bean
    TemplateEngine templates() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, PageViews.class.getClassLoader(), "org.amends.server");
        engine.setBinaryStaticContent(false);
        return engine;
    }

    @Bean
    ViewResolver pages(TemplateEngine engine) {
        return (name, locale) -> engine.hasTemplate(name + ".jte") ? new Template(engine, name + ".jte") : null;
    }

    /** One template as Spring shows it. */
    private record Template(TemplateEngine engine, String name) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(name, new HashMap<String, Object>(model == null ? Map.of() : model), (TemplateOutput) output);
            response.setContentType(getContentType());
            response.setLocale(Locale.ROOT);
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
